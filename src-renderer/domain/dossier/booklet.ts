import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import { publicGoal, publicSelf, publicTask } from '../disclosures/content.ts'
import { selfEvaluationStates } from '../evaluation/self-evaluation-flow.ts'
import { taskLevels } from '../evaluation/task.ts'
import { goalStatuses } from '../goals/goal.ts'
import { formatWan } from '../money.ts'
import { lightColours } from '../monitoring/lights.ts'
import type { PaperBlock } from '../paper.ts'
import {
  type DossierEvent,
  type DossierStage,
  dossierStageList,
  dossierStages,
  eventsOfYear,
} from './events.ts'
import type { Dossier, DossierYear } from './facts.ts'

/** One chapter of the booklet: a year, then what happened in it by stage. */
export type BookletChapter = { title: string; blocks: readonly PaperBlock[] }
export type Booklet = {
  title: string
  /** What stands on its cover. */
  cover: readonly { label: string; text: string }[]
  chapters: readonly BookletChapter[]
}

/** An attachment as the archive keeps it: where, and what it belongs to. */
export type ArchivedFile = { path: string; attachment: Attachment; year: number; title: string }

const forbidden = /[\\/:*?"<>|\p{Cc}]/gu

/** A name that every system can keep: nothing of a path, no more than 80 signs, the ending kept. */
export function archiveName(name: string): string {
  const plain = name.replaceAll(forbidden, '_').replace(/^[. ]+|[. ]+$/g, '') || '未命名'
  const ending = /(?<=.)\.[^.]{1,9}$/u.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length)
  return `${[...stem].slice(0, 80).join('')}${ending}`
}

/** Every attachment of the life once for each place it stands, numbered so that no two have one name. */
export function archivedFiles(events: readonly DossierEvent[]): ArchivedFile[] {
  let number = 0
  return events.flatMap(({ year, stage, title, attachments }) =>
    attachments.map((attachment) => {
      number++
      const three = String(number).padStart(3, '0')
      const path = `附件/${year}/${dossierStages[stage]}/${three} ${archiveName(attachment.name)}`
      return { path, attachment, year, title }
    }),
  )
}

/** The booklet of an object: the years in their order, each with its approved form, its results and all that happened. */
export function bookletOf(
  dossier: Dossier,
  dayOf: (at: Moment) => Day,
  made: { office: string; on: Day },
): Booklet {
  const years = dossier.years.toSorted((left, right) => left.year - right.year)
  const newest = dossier.years[0]
  const files = years.flatMap((year) => eventsOfYear(year, dayOf))
  return {
    title: dossier.name,
    cover: [
      { label: '单位', text: newest?.unit ?? '' },
      { label: '代码', text: newest?.goal.code ?? '' },
      { label: '年度', text: years.map(({ year }) => `${year}`).join('、') },
      { label: '编制单位', text: made.office },
      { label: '生成日期', text: made.on },
      ...(dossier.secret ? [{ label: '密级', text: '涉密，按保密规定保管，不得对外提供' }] : []),
    ],
    chapters: [...years.flatMap((year) => chaptersOf(year, dayOf)), attachmentChapter(archivedFiles(files))],
  }
}

function chaptersOf(year: DossierYear, dayOf: (at: Moment) => Day): BookletChapter[] {
  const events = eventsOfYear(year, dayOf)
  const forms: BookletChapter = {
    title: `${year.year} 年度绩效目标（${goalStatuses[year.goal.status]}）`,
    blocks: publicGoal(year.goal, year.unit),
  }
  const results = [
    ...year.selfEvaluations.map((form) => ({
      title: `${year.year} 年度单位自评（${selfEvaluationStates[form.state]}）`,
      blocks: publicSelf(form, year.unit),
    })),
    // What has no result yet stands in the record of the year alone.
    ...year.tasks
      .filter(({ frozen }) => frozen !== null)
      .map((task) => ({
        title: `${year.year} 年度${taskLevels[task.level]}${task.number && `（${task.number}）`}`,
        blocks: publicTask(task, year.unit),
      })),
  ]
  const course: BookletChapter = {
    title: `${year.year} 年度全过程记录`,
    blocks: [...monthTable(year), ...dossierStageList.flatMap((stage) => stageTable(stage, events))],
  }
  return [forms, ...results, course]
}

function monthTable({ months }: DossierYear): PaperBlock[] {
  if (months.length === 0) return []
  return [
    {
      kind: 'table',
      title: '预算执行（国库，累计，万元）',
      columns: [
        { title: '月份', share: 1, align: 'center' },
        { title: '调整后预算', share: 2, align: 'right' },
        { title: '累计支出', share: 2, align: 'right' },
      ],
      rows: months.map(({ month, adjusted, paid }) => [`${month} 月`, formatWan(adjusted), formatWan(paid)]),
    },
  ]
}

function stageTable(stage: DossierStage, events: readonly DossierEvent[]): PaperBlock[] {
  const own = events.filter((event) => event.stage === stage)
  if (own.length === 0) return []
  return [
    {
      kind: 'table',
      title: dossierStages[stage],
      columns: [
        { title: '日期', share: 2, align: 'center' },
        { title: '事项', share: 4 },
        { title: '内容', share: 7 },
        { title: '经办', share: 2 },
      ],
      rows: own.map(({ on, title, text, by, lights, attachments }) => [
        on,
        title,
        [text, lightsText(lights), attachments.map(({ name }) => `附件：${name}`).join('\n')]
          .filter(Boolean)
          .join('\n'),
        by,
      ]),
    },
  ]
}

function lightsText(lights: DossierEvent['lights']): string {
  return lights.map(({ name, colour }) => `${name}：${lightColours[colour]}`).join('；')
}

function attachmentChapter(files: readonly ArchivedFile[]): BookletChapter {
  const none: PaperBlock = { kind: 'text', title: '', text: '没有附件。' }
  const table: PaperBlock = {
    kind: 'table',
    title: '',
    columns: [
      { title: '序号', share: 1, align: 'center' },
      { title: '年度', share: 1, align: 'center' },
      { title: '所属事项', share: 4 },
      { title: '文件', share: 6 },
    ],
    rows: files.map(({ attachment, year, title }, index) => [
      ...[`${index + 1}`, `${year}`, title, attachment.name],
    ]),
  }
  return { title: '附件目录', blocks: [files.length === 0 ? none : table] }
}
