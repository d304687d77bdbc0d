/** The classes of hash lists: each has its own index, queue, roles and retention, and what may come of a match differs. */

/** `wiki`: lists that a wiki itself publishes; the other two are closed, and nothing of them ever reaches a client. */
export const classIds = ['child-abuse', 'terrorism', 'wiki'] as const;
export type ClassId = (typeof classIds)[number];

/** Classes whose matches are seen by staff alone. */
export const closedClassIds = ['child-abuse', 'terrorism'] as const;
export type ClosedClassId = (typeof closedClassIds)[number];
