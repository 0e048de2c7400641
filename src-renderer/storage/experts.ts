import type { Agency } from '#domain/experts/agency'
import type { Expert } from '#domain/experts/expert'
import { db } from './database.ts'

/** The register: it outlives the year books, but invented experts are seen in the demo books alone. */
export function allExperts(demo: boolean): Promise<Expert[]> {
  return db.experts.filter((expert) => expert.demo === demo).toArray()
}

/** The agencies, as the experts. */
export function allAgencies(demo: boolean): Promise<Agency[]> {
  return db.agencies.filter((agency) => agency.demo === demo).toArray()
}
