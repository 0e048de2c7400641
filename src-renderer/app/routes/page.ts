import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import type { Permission } from '#domain/people/permissions'

/** What a route asks of the duty table before it is drawn. */
export type RouteHandle = { permission: Permission | null }

/** A path, what the duty table must allow, and its page, which comes when it is first opened. */
export function page(
  path: string,
  permission: Permission | null,
  load: () => Promise<ComponentType>,
): RouteObject {
  return {
    ...(path === '' ? { index: true } : { path }),
    handle: { permission } satisfies RouteHandle,
    lazy: async () => ({ Component: await load() }),
  }
}
