import type { ISectionOptions } from 'docx'
import { chineseDay } from '#domain/dates'
import { asksChoice } from '#domain/disposals/checks'
import {
  changedRows,
  demandsOf,
  filledText,
  type Letter,
  letterNames,
  letterTexts,
  measureText,
} from '#domain/disposals/letters'
import type { DisposalRules } from '#domain/disposals/rules'
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

export type LetterData = {
  letter: Letter
  /** Who is written to, and its department where that is another. */
  unit: string
  department: string
  /** 归口股室 of the unit. */
  unitSection: string
}

export type LetterOffice = { office: string; section: string; year: number; rules: DisposalRules }

const columns = [
  { name: '序号', width: 8, align: 'center' },
  { name: '项目名称', width: 28 },
  { name: '发现的问题', width: 44 },
  { name: '处置意见', width: 20, align: 'center' },
] as const

/** 督办函 and 整改通知书 as one Word file: each letter begins on its own page. */
export async function disposalLetters(
  letters: readonly LetterData[],
  office: LetterOffice,
): Promise<Uint8Array> {
  return wordFile({ sections: letters.map((data) => sectionOf(data, office)) })
}

function sectionOf(
  data: LetterData,
  { office, section: bySection, year, rules }: LetterOffice,
): ISectionOptions {
  const { letter, unit, department, unitSection } = data
  const texts = letterTexts[letter.kind]
  const names = letterNames(letter, { year, section: bySection, unitSection }, rules)
  const say = (text: string) => filledText(text, names)
  const mustChoose = letter.disposals.some((disposal) => asksChoice(disposal, rules))
  return section(
    [
      ...letterhead(office, letter.number),
      title(say(texts.title)),
      plain(`${unit}：`),
      ...body(say(texts.opening)),
      table(columns, rowsOf(letter), textWidth.portrait),
      gap(12),
      heading('一、处置要求'),
      ...body(say(texts.demand)),
      ...demandLines(letter),
      ...(changedRows(letter).length > 0 ? body(say(texts.goalChange)) : []),
      heading('二、办理期限'),
      ...body(say(texts.deadline)),
      ...(mustChoose ? body(say(texts.choice)) : []),
      ...body(say(texts.consequence), '', true),
      ...signature(office, chineseDay(letter.writtenOn), 40),
      ...(department === '' || department === unit ? [] : [gap(24), plain(`抄送：${department}`)]),
    ],
    { restart: true },
  )
}

function rowsOf(letter: Letter): string[][] {
  return letter.disposals.map((disposal, index) => [
    `${index + 1}`,
    disposal.name,
    disposal.causes.map(({ text }) => text).join('\n'),
    measureText(disposal),
  ])
}

function demandLines(letter: Letter) {
  const demands = demandsOf(letter)
  return demands.flatMap(({ measure, rows, text }) => {
    const which = demands.length === 1 ? '' : `（第 ${rows.join('、')} 项）`
    return body(text, `${measure}${which}。`)
  })
}
