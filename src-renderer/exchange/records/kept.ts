import { z } from 'zod'
import type { DismissedFinding } from '#domain/analysis/finding'
import type { Account } from '#domain/people/account'
import { type Assignment, duties } from '#domain/people/duties'
import type { PickCandidate, PickSize, PickWish, SpotPick } from '#domain/spot-checks/pick'
import { pickWays } from '#domain/spot-checks/spot-check'
import { packageChangesSchema, packageSchema, peerSchema, stationSchema } from './circle.ts'
import { agencySchema, drawSchema, expertSchema } from './experts.ts'
import {
  count,
  flag,
  hex,
  id,
  keysOf,
  line,
  many,
  moment,
  oneOf,
  percentage,
  shaped,
  some,
  text,
  written,
} from './parts.ts'
import { milestoneSchema, registerSchema, workItemSchema } from './supervision.ts'

const accountSchema = shaped<Account>(
  {
    ...{ id, name: line, disabled: flag, failures: count, lockedUntil: moment, passwordGiven: flag },
    assignments: some(shaped<Assignment>({ duty: keysOf(duties), scope: line })),
    ...written,
  },
  { lastTriedAt: moment },
)

const spotPickSchema = shaped<SpotPick>({
  ...{ id, bookId: id, roundId: id, name: line, seed: line, picked: many(id) },
  wish: shaped<PickWish>({
    ...{ way: keysOf(pickWays), ids: many(id), reason: text },
    size: shaped<PickSize>({ by: oneOf<PickSize['by']>({ count: true, share: true }), value: percentage }),
  }),
  candidates: many(shaped<PickCandidate>({ monitoringId: id, name: line, points: count })),
  excluded: many(shaped<SpotPick['excluded'][number]>({ monitoringId: id, name: line, reason: text })),
  ...{ at: moment, by: line, duty: keysOf(duties) },
  ...written,
})

const dismissalSchema = shaped<DismissedFinding>({
  ...{ id, bookId: id, findingId: line, name: line, reason: text },
  ...written,
})

/** The goals an import left, and those it replaced as they were; the types of these four are those of the storage. */
const touched = { id, revision: count }
const importSchema = z.object({
  ...{ id, bookId: id, at: moment, by: line, files: many(line), unitIds: many(id), undoneAt: moment },
  added: many(z.object(touched)),
  replaced: many(z.object({ ...touched, before: z.object({ id }) })),
})
const layoutSchema = z.object({ id: line, name: line, mapping: z.unknown(), changedAt: moment })
const preferenceSchema = z.object({ id: line, value: z.unknown() })
const credentialSchema = z.object({
  ...{ id, scheme: z.literal('argon2id'), memory: count, passes: count, lanes: count },
  ...{ salt: hex(32), verifier: hex(64), wrappedKey: line },
  ...{ madeAt: moment.exactOptional(), madeBy: line.exactOptional() },
})

/** Every kind of record that stays on its machine, by the table in which it is kept: what may be found there after a fault. */
export const keptSchemas = {
  imports: importSchema,
  layouts: layoutSchema,
  preferences: preferenceSchema,
  accounts: accountSchema,
  credentials: credentialSchema,
  experts: expertSchema,
  agencies: agencySchema,
  draws: drawSchema,
  spotPicks: spotPickSchema,
  stations: stationSchema,
  peers: peerSchema,
  packages: packageSchema,
  packageChanges: packageChangesSchema,
  registers: registerSchema,
  workItems: workItemSchema,
  milestones: milestoneSchema,
  dismissals: dismissalSchema,
} as const

/** The same in words. */
export const keptTables: Readonly<Record<keyof typeof keptSchemas, string>> = {
  imports: '目标导入',
  layouts: '表格版式',
  preferences: '本机设置',
  accounts: '账户',
  credentials: '账户密码',
  experts: '专家',
  agencies: '第三方机构',
  draws: '专家抽取',
  spotPicks: '核查抽取',
  stations: '本机名片',
  peers: '往来单位',
  packages: '往来台账',
  packageChanges: '数据包导入',
  registers: '督导登记',
  workItems: '年度工作',
  milestones: '路线图目标',
  dismissals: '预算分析',
}
