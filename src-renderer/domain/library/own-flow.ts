import { type Actor, type Assignment, isLimited } from '../people/duties.ts'
import { may } from '../people/permissions.ts'
import type { Workflow } from '../workflow.ts'
import { type OwnIndicator, type OwnState, ownStates } from './own-indicator.ts'

/**
 * The road of 个性指标 (巴财〔2020〕38号 三（四）2): a department proposes it, 监督与绩效管理科 confirms it. Days until a turn
 * is overdue are this system's default 〔拟〕.
 */
export const indicatorFlow: Workflow<OwnState> = {
  name: '个性指标',
  first: 'proposed',
  states: {
    proposed: { name: ownStates.proposed, holder: 'performance', days: 10 },
    returned: { name: ownStates.returned, holder: 'unit', days: 10 },
    confirmed: { name: ownStates.confirmed, holder: '', days: null },
    retired: { name: ownStates.retired, holder: '', days: null },
  },
  steps: [
    { id: 'propose-indicator', verb: '重新提出', from: ['returned'], to: ['proposed'], opinion: 'optional' },
    { id: 'confirm-indicator', verb: '确认', from: ['proposed'], to: ['confirmed'], opinion: 'optional' },
    {
      id: 'return-indicator',
      verb: '退回',
      from: ['proposed', 'confirmed'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'retire-indicator',
      verb: '停用',
      from: ['confirmed'],
      to: ['retired'],
      opinion: 'required',
      back: true,
    },
    { id: 'resume-indicator', verb: '恢复使用', from: ['retired'], to: ['confirmed'], opinion: 'optional' },
  ],
}

type Proposal = Pick<OwnIndicator, 'state' | 'proposedDuty' | 'proposedScope'>

/** Whether the actor's reach has a proposal: limited to one unit or section, a duty has its own alone. */
export function reachesProposal(actor: Actor, own: Proposal): boolean {
  if (!isLimited(actor)) return true
  return own.proposedDuty === actor.duty && own.proposedScope === actor.scope
}

/** Whether the actor sees it: what is in use everybody, what is on its way who proposed it and who confirms. */
export function seesOwn(actor: Actor, own: Proposal): boolean {
  return own.state === 'confirmed' || reachesProposal(actor, own)
}

/** Whether the content may be changed, or the whole discarded: before it is confirmed, by whom it belongs to. */
export function mayChangeOwn(actor: Actor, own: Proposal): boolean {
  const open = own.state === 'proposed' || own.state === 'returned'
  return open && may(actor, 'propose-indicator') && reachesProposal(actor, own)
}

/** Whether it waits for the duty held: a proposal for the one who confirms, a returned one for whom it came from. */
export function waitsFor({ duty, scope }: Assignment, own: Proposal): boolean {
  if (own.state === 'proposed') return indicatorFlow.states.proposed.holder === duty
  if (own.state !== 'returned' || own.proposedDuty !== duty) return false
  return scope === '' || own.proposedScope === scope
}
