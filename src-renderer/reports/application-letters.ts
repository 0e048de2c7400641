import type { Application, Rectification } from '#domain/applications/application'
import {
  orderDeadline,
  orderOpening,
  orderTexts,
  proposalLine,
  proposalOpening,
  proposalTexts,
  resultText,
} from '#domain/applications/letters'
import { chineseDay, type Day } from '#domain/dates'
import { filledText } from '#domain/disposals/letters'
import { formatWan } from '#domain/money'
import {
  body,
  gap,
  heading,
  letterhead,
  plain,
  section,
  signature,
  table,
  textWidth,
  title,
} from './official-style.ts'
import { wordFile } from './word-file.ts'

/** One application with the names that the letters need. */
export type ApplicationLetterData = {
  application: Application
  unit: string
  department: string
  unitSection: string
}

export type ApplicationOffice = { office: string; section: string; year: number; today: Day }

const columns = [
  { name: '序号', width: 8, align: 'center' },
  { name: '单位', width: 19 },
  { name: '对象名称', width: 22 },
  { name: '结果', width: 17, align: 'center' },
  { name: '预算\n（万元）', width: 17, align: 'right' },
  { name: '应用建议', width: 31 },
] as const

/** 结果应用建议函 of 监督与绩效管理科 to 预算科 (巴财〔2020〕38号 三（二）5): one letter for all. */
export function proposalLetter(
  all: readonly ApplicationLetterData[],
  { office, section: bySection, year, today }: ApplicationOffice,
): Promise<Uint8Array> {
  // What was dropped is not proposed; the sum is that of the rows.
  const data = all.filter(({ application }) => application.state !== 'dropped')
  const applications = data.map(({ application }) => application)
  const number = applications.find(({ letterNumber }) => letterNumber !== '')?.letterNumber ?? ''
  const rows = data.map(({ application, unit }, index) => [
    `${index + 1}`,
    unit,
    application.name,
    resultText(application),
    formatWan(application.budget),
    proposalLine(application),
  ])
  return wordFile({
    sections: [
      section([
        ...letterhead(office, number),
        title(filledText(proposalTexts.title, { 年度: year })),
        plain(`${proposalTexts.receiver}：`),
        ...body(proposalOpening(applications, year)),
        gap(6),
        table(columns, rows, textWidth.portrait),
        gap(12),
        ...body(proposalTexts.basis),
        ...body(proposalTexts.asks, '', true),
        ...signature(bySection, chineseDay(today), 40),
      ]),
    ],
  })
}

/** 整改通知书 to the units: each begins on its own page. */
export function rectificationLetters(
  data: readonly (ApplicationLetterData & { order: Rectification })[],
  { office, section: bySection, year }: ApplicationOffice,
): Promise<Uint8Array> {
  return wordFile({
    sections: data.map(({ application, order, unit, department }) =>
      section(
        [
          ...letterhead(office, order.number),
          title(filledText(orderTexts.title, { 年度: year })),
          plain(`${unit}：`),
          ...body(orderOpening(application)),
          heading('一、存在的问题'),
          ...body(order.problem),
          heading('二、整改要求'),
          ...body(order.demand),
          heading('三、整改期限'),
          ...body(orderDeadline(order, bySection)),
          ...body(orderTexts.consequence, '', true),
          ...signature(office, chineseDay(order.orderedOn), 40),
          ...(department === '' || department === unit ? [] : [gap(24), plain(`抄送：${department}`)]),
        ],
        { restart: true },
      ),
    ),
  })
}
