import type { Day } from '../dates.ts'
import type { Secrets } from '../exchange/secrets.ts'
import { type PaperBlock, textsOf, withTexts } from '../paper.ts'
import type { Problem, Severity } from '../problem.ts'
import type { DisclosureItem, DisclosurePlace } from './rules.ts'
import { type DisclosureRow, mustBePublished } from './standing.ts'

/** One page of a publication set. */
export type PublicPage = {
  objectId: string
  item: DisclosureItem
  name: string
  unit: string
  /** Where it goes, and whose duty that is. */
  place: DisclosurePlace
  dueOn: Day
  blocks: readonly PaperBlock[]
}

export type PublicationHead = { year: number; office: string; madeOn: string }

/** What is looked at before something may leave. */
export type PublicationDraft = {
  row: DisclosureRow
  unit: string
  blocks: readonly PaperBlock[]
  /** Names of persons that the goal gives as contacts. */
  persons: readonly string[]
  /** Targets that are not those that were approved, in words. */
  otherTargets: readonly string[]
}

/** A ready set: the pages that may leave, and what was found. Findings stay inside: they may name what is secret. */
export type Publication = {
  head: PublicationHead
  pages: readonly PublicPage[]
  findings: readonly (Problem & { objectId: string; name: string })[]
}

/** Telephone numbers and numbers of identity cards in free text. */
const personal = [
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /(?<!\d)0\d{2,3}[-－—]\d{7,8}(?!\d)/g,
  /(?<!\d)[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g,
]
const left = '（略）'

/** A text without telephone numbers, numbers of identity cards and the names of contacts. */
export function withoutPersons(text: string, persons: readonly string[]): string {
  const names = persons.filter((name) => [...name.trim()].length >= 2)
  const numbers = personal.reduce((rest, pattern) => rest.replace(pattern, left), text)
  return names.reduce((rest, name) => rest.replaceAll(name.trim(), left), numbers)
}

/** As texts are compared: full-width figures and blanks inside a name do not hide it. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** The secret names, codes and ids that a text has, however they are spaced. */
function secretsIn(text: string, { words, ids }: Secrets): string[] {
  const known = plain(text)
  return [...words, ...ids].filter((word) => known.includes(plain(word)))
}

/**
 * Puts a set together (V15: 涉密项目禁止进入公开包). What is secret, exempted or names something secret is left out; what is
 * of persons is taken out of the texts; each is reported, beside what is not as it was approved.
 */
export function publicationOf(
  head: PublicationHead,
  drafts: readonly PublicationDraft[],
  secrets: Secrets,
): Publication {
  const findings: Publication['findings'][number][] = []
  const pages = drafts.flatMap((draft): PublicPage[] => {
    const { row, unit, blocks, persons } = draft
    const { objectId, name, item } = row
    const say = (severity: Severity, code: string, message: string, suggestion: string) =>
      findings.push({
        objectId,
        name,
        code,
        severity,
        at: objectId,
        message,
        clause: row.rule.clause,
        suggestion,
      })
    if (row.secret) {
      say('error', 'secret', '涉密，不公开，没有列入公开材料。', '')
      return []
    }
    if (!mustBePublished(row) || row.standing === 'proposed') {
      say('hint', 'exempt', '免予公开（或正在审批），没有列入公开材料。', '')
      return []
    }
    const found = secretsIn([name, unit, row.code, ...textsOf(blocks)].join('\n'), secrets)
    if (found.length > 0) {
      say(
        'error',
        'secret-word',
        '文字中出现涉密项目的名称或代码，没有列入公开材料。',
        '请修改目标或结果中的有关文字后再生成。',
      )
      return []
    }
    const clean = blocks.map((block) => withTexts(block, (text) => withoutPersons(text, persons)))
    if (textsOf(clean).join('\n') !== textsOf(blocks).join('\n'))
      say(
        'warning',
        'personal',
        `文字中的联系人、电话或证件号码已用“${left}”代替。`,
        '请核对代替后的文字是否通顺。',
      )
    for (const { label } of row.differences)
      say(
        'warning',
        'differs',
        `上次公开的“${label}”与批复的不一致，本次按批复的内容公开。`,
        '公开后请替换网站上的旧内容。',
      )
    for (const text of draft.otherTargets) say('warning', 'target', text, '请在自评表中按批复的指标值核对。')
    const place = row.rule.place
    return [
      { objectId, item, name: withoutPersons(name, persons), unit, place, dueOn: row.dueOn, blocks: clean },
    ]
  })
  return { head, pages, findings }
}
