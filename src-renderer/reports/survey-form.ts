import { type SurveyContent, surveySteps } from '#domain/evaluation/survey'
import {
  body,
  type Column,
  gap,
  plain,
  type Row,
  rightAligned,
  section,
  table,
  textWidth,
  title,
} from './official-style.ts'
import { wordFile } from './word-file.ts'

/** 满意度问卷 on paper: what it is for, the questions with a box for each step, room for words, who asked and when. */
export async function surveyForm(survey: SurveyContent, office: string): Promise<Uint8Array> {
  const columns: Column[] = [
    { name: '序号', width: 7, align: 'center' },
    { name: '问题', width: 38 },
    ...surveySteps.map((name): Column => ({ name, width: 11, align: 'center' })),
  ]
  const rows: Row[] = survey.questions.map(({ text }, index) => [
    String(index + 1),
    text,
    ...surveySteps.map(() => '□'),
  ])
  return wordFile({
    title: survey.title,
    creator: office,
    sections: [
      section([
        title(survey.title),
        ...body(
          `您好。为了解${survey.audience === '' ? '服务对象' : survey.audience}对有关工作的满意程度，现开展本次调查。问卷不记名，结果仅用于绩效评价，请在每个问题后选择一项打“√”。`,
        ),
        gap(6),
        table(columns, rows, textWidth.portrait),
        gap(8),
        ...body('您认为还需要改进的地方：'),
        table([{ name: '', width: 100 }], [['\n\n\n']], textWidth.portrait, false),
        gap(8),
        plain('问卷编号：＿＿＿＿＿＿　调查地点：＿＿＿＿＿＿＿＿　调查员：＿＿＿＿＿＿', { size: 24 }),
        plain('调查日期：＿＿＿＿年＿＿月＿＿日', { size: 24 }),
        gap(16),
        rightAligned(office),
      ]),
    ],
  })
}
