const childAges = ['0', '1-5', '6-18'] as const;
const adultAges = ['19-49', '50-69', '70-79'] as const;
const seniorAges = ['80-89', '90-plus'] as const;
const levels = ['low', 'high'] as const;

/**
 * The 22 groups of the needs model, in the agreement's own order: 3 ages × 2 incomes of children, 3 ages × 2 educations
 * × 2 incomes of adults, 2 ages × 2 kinds of household of people of 80 and over.
 *
 * @sv    behovsmodellens grupper
 * @cites agreement-2021, Bilaga "Behovsmodellen"
 */
export const needsGroups = [
  ...childAges.flatMap((age) => levels.map((income) => `child-${age}-income-${income}` as const)),
  ...adultAges.flatMap((age) =>
    levels.flatMap((education) =>
      levels.map((income) => `adult-${age}-education-${education}-income-${income}` as const),
    ),
  ),
  ...seniorAges.flatMap((age) =>
    (['alone', 'cohabiting'] as const).map((household) => `senior-${age}-${household}` as const),
  ),
];

export type NeedsGroup = (typeof needsGroups)[number];
