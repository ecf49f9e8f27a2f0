/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Style sheets of the sections. */
#include "config.h"

#include "app/shell/nst-style.h"

#include "app/widgets/nst-ui.h"

/**
 * nst_style_load:
 *
 * Loads ui/<section>/style.css of every section that brings one. The window's own sheet is
 * style.css at the root of the resources, which AdwApplication loads.
 */
void
nst_style_load (void)
{
  g_auto (GStrv) sections =
      g_resources_enumerate_children (NST_UI, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; sections != NULL && sections[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (NST_UI, sections[i], "style.css", NULL);
      g_autoptr (GtkCssProvider) provider = NULL;

      if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        continue;
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}
