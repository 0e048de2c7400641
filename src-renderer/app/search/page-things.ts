import type { RouteObject } from 'react-router'
import { chapters, helpAreas, helpEntries, seasons } from '#domain/help/manual'
import type { Actor } from '#domain/people/duties'
import { may, type Permission } from '#domain/people/permissions'
import { commandsOf } from '#domain/search/commands'
import type { SearchThing } from '#domain/search/search'
import type { Level } from '#domain/year-book'
import { initialsOf } from '#storage/initials'
import { modules } from '../modules.tsx'
import { pages } from '../routes/all.tsx'
import type { RouteHandle } from '../routes/page.ts'

/** What each address without a part that differs asks of the duty table, as the routes say it. */
function permissionsOf(routes: readonly RouteObject[], above = ''): Map<string, Permission | null> {
  const found = new Map<string, Permission | null>()
  for (const { path = '', handle, children } of routes) {
    const full = [above, path].filter(Boolean).join('/')
    const own = handle as RouteHandle | undefined // routes/page.ts gives no other
    if (own && !full.includes(':')) found.set(full, own.permission)
    if (children) for (const [key, value] of permissionsOf(children, full)) found.set(key, value)
  }
  return found
}

const names = new Map(
  modules.flatMap(({ name, path, pages: own = [{ path, name }] }) =>
    own.map(
      (page) => [page.path.slice(1), { name: page.name, module: page.name === name ? '' : name }] as const,
    ),
  ),
)

function pageThing(path: string, title: string, area: string): SearchThing {
  const own = names.get(path)
  // A page may be called otherwise in the navigation than on its own head: both are found.
  const name = own?.name ?? title
  const other = name === title ? '' : title
  return {
    ...{ group: 'page', id: `page ${path}`, name, code: other, path: `/${path}` },
    initials: initialsOf(name),
    note: [own?.module || (own ? '' : area), other].filter(Boolean).join(' · '),
  }
}

/** The pages that a duty may open, by the names they have in the navigation and in the manual. */
function pageThings(by: Actor): SearchThing[] {
  const asked = permissionsOf(pages)
  return helpAreas.flatMap(({ name: area, entries }) =>
    entries.flatMap(({ path, title }) => {
      const permission = asked.get(path)
      if (permission === undefined || (permission !== null && !may(by, permission))) return []
      return [pageThing(path, title, area)]
    }),
  )
}

/** What the manual says, by its titles. */
function manualThings(): SearchThing[] {
  const thing = (id: string, name: string, note: string, path: string): SearchThing => ({
    ...{ group: 'document', id: `manual ${id}`, name, code: '', note, path },
    initials: initialsOf(name),
  })
  return [
    ...chapters.map(({ id, title }) => thing(`chapter ${id}`, title, '使用手册', `/help?part=chapter:${id}`)),
    ...seasons.map(({ id, name }) => thing(`season ${id}`, name, '使用手册', `/help?part=season:${id}`)),
    ...helpEntries.map(({ path, title }) =>
      thing(`entry ${path}`, `怎么办：${title}`, '使用手册', `/help?search=${encodeURIComponent(title)}`),
    ),
  ]
}

/** The steps that a duty may take, each leading to the page where its button stands. */
function commandThings(by: Actor, level: Level): SearchThing[] {
  const titles = new Map(helpEntries.map(({ path, title }) => [path, title]))
  return commandsOf(by, level).map(({ name, path, brings = '' }) => ({
    ...{ group: 'command', id: `command ${name}`, name, code: brings, path },
    initials: `${initialsOf(name)} ${initialsOf(brings)}`,
    note: titles.get(path.slice(1).split('?')[0] ?? '') ?? '',
  }))
}

/** Everything that can be opened without a record of a book. */
export function houseThings(by: Actor, level: Level): SearchThing[] {
  return [...commandThings(by, level), ...pageThings(by), ...manualThings()]
}
