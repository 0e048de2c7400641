import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { read, utils, write } from 'xlsx'

export type MadeForm = { name: string; project: string; bytes: Uint8Array }

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/forms/${name}`, import.meta.url))
}

const modern = unzipSync(fixture('G02-goal-old.xlsx'))
const texts = strFromU8(modern['xl/sharedStrings.xml'] ?? new Uint8Array())
const old = fixture('G19-goal-old.xls')

/** A published form with another project, unit and figures; its formats and merges stay as they were. */
export function modernForm(number: number, length = 900 + number): MadeForm {
  const project = `第${number}号道路立交工程`
  const changed = texts
    .replaceAll('兰溪路-真南路下立交工程', project)
    .replaceAll('上海市普陀区建设和管理委员会', `第${number % 40}建设管理站`)
    .replaceAll('985米', `${length}米`)
    .replaceAll('积极推进项目前期征收工作', `完成第${number}号路段前期征收工作${number}户`)
  const bytes = zipSync({ ...modern, 'xl/sharedStrings.xml': strToU8(changed) })
  return { name: `${number}-目标表.xlsx`, project, bytes }
}

/** The same of a form in the old binary format. */
export function oldForm(number: number): MadeForm {
  const project = `第${number}批特困家庭扶助`
  const book = read(old, { cellStyles: true })
  for (const sheet of Object.values(book.Sheets)) {
    for (const address of Object.keys(sheet).filter((key) => !key.startsWith('!'))) {
      const text: unknown = sheet[address]?.v
      if (typeof text !== 'string') continue
      const changed = text
        .replaceAll('特困家庭再扶助', project)
        .replaceAll('昭化区卫生健康局', `第${number % 40}卫生院`)
        .replaceAll('63人', `${number + 10}人`)
        .replaceAll('2021', '2026')
      utils.sheet_add_aoa(sheet, [[changed]], { origin: address })
    }
  }
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'biff8' })
  return { name: `${number}-目标表.xls`, project, bytes: new Uint8Array(bytes) }
}

/** Forms as they come from units: five in six as .xlsx, the rest as .xls. */
export function manyForms(count: number): MadeForm[] {
  return Array.from({ length: count }, (_, index) =>
    index % 6 === 5 ? oldForm(index + 1) : modernForm(index + 1),
  )
}
