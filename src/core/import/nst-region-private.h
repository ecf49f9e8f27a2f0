/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the generator share. */
#pragma once

#include "import/nst-replay.h"

G_BEGIN_DECLS

/* A head and the working group of three, whom a team is made of. */
#define NST_REGION_PEOPLE 4
/* One experienced team and up to two others. */
#define NST_REGION_TEAMS 3

typedef struct
{
  NstRecord *record;
  NstRecord *people[NST_REGION_PEOPLE];
  guint place; /* among the territories */
} NstRegionSchool;

typedef struct
{
  xmlNode *form;
  NstRecord *record;
  NstRecord *authority;
  NstRecord *head;
  NstRecord *curator;
  char *stem;
  char *town;
  char *where;
  guint n_schools;
} NstRegionPlace;

/**
 * NstRegion:
 * @replay: the story that it belongs to
 * @node: its element
 * @rand: the same sequence each time
 * @words: (element-type utf8 GStrv): lists of words by name
 * @places: (element-type NstRegionPlace): territories
 * @schools: (element-type NstRegionSchool): organisations of teams, oldest first
 * @turns: (element-type guint): whose turn it is to give a group
 * @turn: how many turns have been taken
 * @n_people: how many people there are
 */
typedef struct
{
  NstReplay *replay;
  xmlNode *node;
  GRand *rand;
  GHashTable *words;
  GPtrArray *places;
  GPtrArray *schools;
  GArray *turns;
  guint turn;
  guint n_people;
} NstRegion;

/**
 * NstRegionGroup:
 * @schools: (element-type NstRegionSchool): whose teams it joins
 * @teams: (element-type NstRecord): the experienced one first
 * @members: (element-type NstRecord): of all teams, in their order
 * @coordinator: who leads it for the operator
 * @number: as the order numbers it
 * @directions: codes, one a line
 */
typedef struct
{
  NstRegionSchool *schools[NST_REGION_TEAMS];
  guint n_schools;
  GPtrArray *teams;
  GPtrArray *members;
  NstRecord *coordinator;
  char *number;
  char *directions;
} NstRegionGroup;

char *nst_region_group_dup_direction (const NstRegionGroup *self);
char *nst_region_fill (xmlNode *node, const char *attribute, ...) G_GNUC_NULL_TERMINATED;
const char *nst_region_pick (NstRegion *self, const char *words);
const char *nst_region_nth (NstRegion *self, const char *words, guint position);

gboolean nst_region_make_places (NstRegion *self, GError **error);
NstRegionSchool *nst_region_add_school (NstRegion *self, NstChange *change, const char *kind,
                                        guint place);

gboolean nst_region_copy_group (NstRegion *self, NstChange *change, GPtrArray *records,
                                const NstRegionGroup *from, const NstRegionGroup *to,
                                guint loose);

G_END_DECLS
