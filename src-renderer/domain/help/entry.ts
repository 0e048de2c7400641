import { type Duty, duties } from '../people/duties.ts'
import { type Permission, permissions } from '../people/permissions.ts'

/** What a page says of itself. */
export type HelpEntry = {
  /** The address with `:id` for what differs, as in the table of routes. */
  path: string
  /** Other addresses with the same help: the print of a document, a part of it. */
  also: readonly string[]
  title: string
  /** What this step is. */
  what: string
  /** What is done here; who does it stands in the duty table. */
  does: readonly Permission[]
  /** '' where the page is this system's own 〔拟〕. */
  clause: string
  example: string
}

export type HelpArea = { id: string; name: string; entries: readonly HelpEntry[] }

type More = { also?: readonly string[] }

/** One entry in a line of data. */
export function help(
  path: string,
  title: string,
  [what, example]: readonly [what: string, example: string],
  does: readonly Permission[],
  clause = '',
  { also = [] }: More = {},
): HelpEntry {
  return { path, also, title, what, does, clause, example }
}

/** 巴财〔2020〕38号 with the place in it. */
export function cityDocument(place: string): string {
  return `巴财〔2020〕38号 ${place}`
}

/** Who does what on the page: each thing with the sections that may do it. */
export function whoDoes({ does }: Pick<HelpEntry, 'does'>): { what: string; who: string }[] {
  const named = (list: readonly Duty[]) => list.map((duty) => duties[duty].section).join('、')
  return does.map((id) => ({ what: permissions[id].name, who: named(permissions[id].duties) }))
}

/** Whether a duty has something to do on the page. */
export function concerns(duty: Duty, { does }: Pick<HelpEntry, 'does'>): boolean {
  return does.some((id) => (permissions[id].duties as readonly Duty[]).includes(duty))
}
