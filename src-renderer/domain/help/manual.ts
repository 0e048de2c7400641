import { type Duty, dutyList } from '../people/duties.ts'
import { applicationHelp } from './application.ts'
import { concerns, type HelpArea, type HelpEntry } from './entry.ts'
import { evaluationHelp } from './evaluation.ts'
import { exchangeHelp } from './exchange.ts'
import { failureChapter } from './failures.ts'
import { assessmentHelp, goalHelp } from './goals.ts'
import { homeHelp } from './home.ts'
import { monitoringHelp } from './monitoring.ts'
import { settingsHelp } from './settings.ts'

/** The help of all pages, by area in the order of the work. */
export const helpAreas: readonly HelpArea[] = [
  homeHelp,
  goalHelp,
  assessmentHelp,
  monitoringHelp,
  evaluationHelp,
  applicationHelp,
  exchangeHelp,
  settingsHelp,
]

export const helpEntries: readonly HelpEntry[] = helpAreas.flatMap(({ entries }) => entries)

/** How well a pattern fits an address, part by part: null where it does not; a fixed word counts more than `:id`. */
function likeness(pattern: string, path: string): number | null {
  const [wanted, given] = [pattern, path].map((text) => text.split('/').filter((part) => part !== ''))
  if (!wanted || !given || wanted.length !== given.length) return null
  let points = 0
  for (const [index, part] of wanted.entries()) {
    if (part === given[index]) points += 2
    else if (part.startsWith(':')) points += 1
    else return null
  }
  return points
}

/** The help of the page at an address (`/goals/abc`); null where a page has none. A fixed address wins over a general one. */
export function helpFor(pathname: string): HelpEntry | null {
  let best: { entry: HelpEntry; points: number } | null = null
  for (const entry of helpEntries)
    for (const pattern of [entry.path, ...entry.also]) {
      const points = likeness(pattern, pathname)
      if (points !== null && (best === null || points > best.points)) best = { entry, points }
    }
  return best?.entry ?? null
}

/** A time of the year with what is done in it. */
export type Season = { id: string; name: string; text: string; paths: readonly string[] }

/** 年度日程, in the order of the budget year; the days are those of the shipped rules. */
export const seasons: readonly Season[] = [
  {
    id: 'first',
    name: '1—3 月：上年自评、制定计划',
    text: '单位填报上年自评，支出管理科审核，监督与绩效管理科汇总。同时制定年度工作计划、监控计划和评价计划，登记目标随预算批复和公开。',
    paths: ['evaluation/self', 'evaluation/credibility', 'work-plan', 'monitoring/plan', 'evaluation/plan'],
  },
  {
    id: 'second',
    name: '4—6 月：重点评价、执行预警',
    text: '开展重点评价和现场评价；每月导入国库台账，看执行预警。6 月底前完成部门评价。',
    paths: ['evaluation/tasks', 'execution', 'dashboard', 'evaluation/surveys'],
  },
  {
    id: 'third',
    name: '7—8 月：第一次监控、结果反馈',
    text: '7 月底单位报送监控，支出管理科审核，监督检查局筛查和重点核查，形成总报告和处置意见。',
    paths: ['monitoring', 'monitoring/screening', 'monitoring/checks', 'monitoring/reports', 'disposals'],
  },
  {
    id: 'fourth',
    name: '8—10 月：布置下年目标、事前评估、第二次监控',
    text: '随预算编制通知布置下年绩效目标，达到标准的先做事前评估；10 月底第二次监控；决算公开时公开绩效信息。',
    paths: ['goals/import', 'assessments', 'monitoring', 'disclosures', 'applications'],
  },
  {
    id: 'fifth',
    name: '11—12 月：目标审核、考核、报告',
    text: '支出管理科初审、集中会审、重点复审、批复准备；评价结果用于下年预算；工作考核和向人大、政府报告。',
    paths: ['goals/review', 'goals/meetings', 'applications', 'appraisals', 'supervision'],
  },
]

/** A chapter of the manual that belongs to no page. */
export type Chapter = { id: string; title: string; paragraphs: readonly string[] }

export const chapters: readonly Chapter[] = [
  {
    id: 'begin',
    title: '第一次使用',
    paragraphs: [
      '先点“打开演示账套”试用：里面的单位、项目和数字都是虚构的，可以随意修改，用完整套删除。',
      '正式使用：新建账套（填年度、单位和经办人），在“设置”录入股室和单位，再导入各单位报来的表格。',
      '每个页面标题旁的“？”或按 F1，打开本页帮助：这一步是什么、谁来办、依据哪一条、一个例子。',
    ],
  },
  {
    id: 'keys',
    title: '键盘和表格',
    paragraphs: [
      '任何页面按 Ctrl+K 打开搜索：输入名称、编码、文号或拼音首字母，或要办的事（如“催报”），↑↓ 选择，回车打开，Esc 关闭。只列出您的职责能看、能办的内容。',
      '台账：↑↓ 移动，回车打开，空格选中，/ 查找，Esc 清除筛选。',
      '只用键盘：Tab 到下一处、Shift+Tab 回上一处，所在处有框；第一下 Tab 是“跳到内容”，越过导航。',
      '审核：↑↓ 上一个、下一个，1—4 评优良中差，P 通过，R 退回，X 不通过，C 写批注，O 打开全文。',
      '表格填报：直接输入即替换，F2 修改，Tab、回车移动，按 Esc 后再按 Tab 离开表格；Ctrl+C、Ctrl+V 整块复制粘贴，Ctrl+Z 撤销。',
      '内容自动保存，标题旁显示保存时间；没有保存的会说明原因并可再次保存；还没有保存就刷新或关闭窗口的，会先问一句。看不懂的数字和日期留在原处标红、不保存，改正后才能送审。',
    ],
  },
  {
    id: 'flow',
    title: '送审、退回和撤销',
    paragraphs: [
      '送审后内容锁定。对方办理前，单位和监督与绩效管理科可以取消送审；支出管理科不取消，审核后退回。退回时必须写意见，单位按意见修改后再送审。',
      '批复、汇总、结论等定稿后，只有规定的科室可以撤销，并须写明理由，操作记录里都能查到。',
    ],
  },
  {
    id: 'secret',
    title: '涉密项目',
    paragraphs: [
      '标为涉密的项目不进入数据包、公开材料和对外报告；台账导出时涉密内容略去并说明条数。',
      '说明文字里写有涉密项目名称时，系统会拒绝导出，请先删去。',
    ],
  },
  {
    id: 'safe',
    title: '数据在哪里、怎样不丢',
    paragraphs: [
      '数据只存在本机，不上传网络。系统自动备份并轮换保留；请在“设置 › 备份”指定另存位置，如优盘或内网共享盘。',
      '换电脑或数据损坏时，从备份恢复；恢复前可以先看备份里有什么，恢复后仍可退回。',
      '怀疑数据有问题时，在“设置 › 备份”点“检查数据”：逐条检查全部记录、目标与台账、操作记录，只读不改，指出是哪个账套的哪一条，能打开的点开核对。',
    ],
  },
  failureChapter,
]

export type DutyPages = { duty: Duty; entries: HelpEntry[] }

/** For each duty the pages on which it has something to do, in the order of the work. */
export const pagesByDuty: readonly DutyPages[] = dutyList.map((duty) => ({
  duty,
  entries: helpEntries.filter((entry) => concerns(duty, entry)),
}))

export type Found =
  | { kind: 'page'; entry: HelpEntry }
  | { kind: 'chapter'; chapter: Chapter }
  | { kind: 'season'; season: Season }

/**
 * What in the manual has all the words: first where a title has them, then the rest, in the order of the manual. Nothing
 * for a blank search.
 */
export function searchManual(search: string): Found[] {
  const words = search.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const has = (text: string) => words.every((word) => text.normalize('NFKC').toLowerCase().includes(word))
  const all: { found: Found; title: string; text: string }[] = [
    ...helpEntries.map((entry) => ({
      found: { kind: 'page', entry } as const,
      ...{ title: entry.title, text: `${entry.what}${entry.example}${entry.clause}` },
    })),
    ...chapters.map((chapter) => ({
      found: { kind: 'chapter', chapter } as const,
      ...{ title: chapter.title, text: chapter.paragraphs.join('') },
    })),
    ...seasons.map((season) => ({
      found: { kind: 'season', season } as const,
      ...{ title: season.name, text: season.text },
    })),
  ]
  const inTitle = all.filter(({ title }) => has(title))
  const inText = all.filter(({ title, text }) => !has(title) && has(`${title} ${text}`))
  return [...inTitle, ...inText].map(({ found }) => found)
}
