/**
 * How many steps a journey goes through: a phone's all, other engines' every third. A scene is the same code in each, and Node and a
 * browser draw it alike.
 */
export const JOURNEYS = [
  { every: 3, name: "steps", tag: [] },
  { every: 1, name: "all steps", tag: "@wide" },
];
