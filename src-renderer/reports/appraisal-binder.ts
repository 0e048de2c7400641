import type { Appraisal } from '#domain/appraisals/appraisal'
import type { Binder } from '#domain/appraisals/binder'
import { scoreText } from '#domain/evaluation/points'
import { body, gap, section, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

export type BinderInput = { appraisal: Appraisal; binder: Binder }

/** 佐证册目录 as a Word file: every item with its score, its files as they lie in the folder, and its page. */
export async function binderContents({ appraisal, binder }: BinderInput): Promise<Uint8Array> {
  const columns = [
    { name: '序号', width: 10, align: 'center' },
    { name: '考核指标', width: 26 },
    { name: '分值', width: 8, align: 'right' },
    { name: '自评', width: 9, align: 'right' },
    { name: '佐证材料', width: 39 },
    { name: '页码', width: 8, align: 'center' },
  ] as const
  const lines = binder.entries.map(({ number, name, points, self, files, page }) => [
    number,
    name,
    scoreText(points),
    self === null ? '—' : scoreText(self),
    files.map((file) => file.name).join('\n') || '—',
    String(page),
  ])
  return wordFile({
    title: binder.title,
    creator: appraisal.contact,
    sections: [
      section([
        title(`${appraisal.subject.name}\n${binder.title}`.replace('\n', ' ')),
        ...body(`填报人：${appraisal.contact}　联系方式：${appraisal.phone}`),
        gap(6),
        table(columns, lines, textWidth.portrait),
        gap(6),
        ...body(appraisal.summary),
      ]),
    ],
  })
}
