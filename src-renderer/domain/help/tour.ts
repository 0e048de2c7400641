/** A stop of the tour: what is shown, and which part of the window it is; '' for the whole. */
export type TourStop = { id: string; title: string; text: string }

/** 新手导览: one minute over the frame of the application. */
export const tourStops: readonly TourStop[] = [
  {
    id: 'navigation',
    title: '按工作顺序排列的导航',
    text: '从目标、事前评估、监控、评价到应用与考核，左边就是全年的工作顺序。点开一项，下面列出它的页面。',
  },
  {
    id: 'book',
    title: '一年一个账套',
    text: '这里换年度。评价上年时打开上年的账套，编下年目标时打开下年的账套。',
  },
  {
    id: 'person',
    title: '您的职责',
    text: '一人可以有几个职责，在这里切换。能看什么、能办什么由职责决定，可以在“设置 › 职责表”查到依据。',
  },
  {
    id: 'todo',
    title: '待办',
    text: '轮到您办的事都在这里，逾期的排出天数。点右边的按钮直接去办。',
  },
  {
    id: 'help',
    title: '每页都有帮助',
    text: '点“？”或按 F1：这一步是什么、谁来办、依据哪一条、一个例子。里面也能打开使用手册。',
  },
]
