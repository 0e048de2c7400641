/** One step of the stored shape. Frozen after release: a later change is a later migration. */
export type Migration = { version: number; stores: Record<string, string> }
