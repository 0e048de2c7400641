import { type Actor, type Duty, duties } from '../people/duties.ts'
import type { Appraisal } from './appraisal.ts'

type About = Pick<Appraisal, 'scheme' | 'subject'>

/** The duty that is expected to write the self-assessment. */
export function selfDuty({ scheme, subject }: About): Duty {
  if (scheme.target === 'county') return 'performance'
  if (scheme.target === 'department') return 'unit'
  return dutyOfSection(subject.name)
}

/** The duty that works in a section of the bureau; what is none of the named ones is a 支出管理科. */
function dutyOfSection(name: string): Duty {
  const all = Object.keys(duties) as Duty[] // the keys of the table
  return all.find((duty) => duties[duty].section === name) ?? 'spending'
}

/**
 * Whether an actor may write the self-assessment: a county's own by 监督与绩效管理科, a department's by the department (whom its
 * reach lets), a section's by the section. 监督与绩效管理科 may always write on their behalf.
 */
export function isAssessed(appraisal: About, { duty, scope }: Pick<Actor, 'duty' | 'scope'>): boolean {
  if (duty === 'performance') return true
  if (duty !== selfDuty(appraisal)) return false
  if (appraisal.scheme.target !== 'section' || duty !== 'spending') return true
  return scope === '' || scope === appraisal.subject.code
}
