/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter with a paper in it, begun in the person's own mail program. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * nst_mail_compose:
 * @parent: who says what went wrong
 * @subject: of the letter
 * @body: its text, to be gone on with
 * @file_name: what the attached file is called
 * @file: what is in it
 *
 * Asks the desktop's portal (org.freedesktop.portal.Email). The letter is not sent: the mail
 * program shows it to the person. Where no portal answers, the person is told what to do instead.
 */
void nst_mail_compose (GtkWidget *parent, const char *subject, const char *body,
                       const char *file_name, GBytes *file);

G_END_DECLS
