/** The classes of hash lists: each has its own index, queue, roles and retention, and what may come of a match differs. */

/** `wiki`: lists that a wiki itself publishes; the other two are closed, and nothing of them ever reaches a client. */
export const classIds = ['child-abuse', 'terrorism', 'wiki'] as const;
export type ClassId = (typeof classIds)[number];

/** Classes whose matches are seen by staff alone. */
export const closedClassIds = ['child-abuse', 'terrorism'] as const;
export type ClosedClassId = (typeof closedClassIds)[number];

export const isClosed = (id: ClassId): id is ClosedClassId => id !== 'wiki';

/** The staff role that reviews matches of a class, as in the `staff` entries of the backend's configuration. */
export const reviewRole = (id: ClosedClassId): string => `hash-review-${id}`;

/** The classes that somebody with these roles (`staff:ROLE`) reviews. */
export function reviewedBy(roles: readonly string[]): ClosedClassId[] {
	return closedClassIds.filter((id) => roles.includes(`staff:${reviewRole(id)}`));
}
