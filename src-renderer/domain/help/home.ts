import { cityDocument, type HelpArea, help } from './entry.ts'

export const homeHelp: HelpArea = {
  id: 'home',
  name: '首页和账套',
  entries: [
    help(
      '',
      '首页',
      [
        '看全年到了哪一步、什么到期、哪些项目预警、轮到自己办什么。“年度日程”的日期取自年度工作计划和规则包，状态按各环节完成情况得出；“期限”超期的排在前面，临近的按工作日计算；“待办”按您的职责列出。每个数字都能点开。按 Ctrl+K 可以直接查找页面、项目、单位和文件资料。',
        '早上打开，“期限”第一行是超期 13 天的监控整改，点开就是这份处置；按 Ctrl+K 输入 ncgl，回车打开“农村公路日常养护”。',
      ],
      ['import-goals'],
      cityDocument('三（一）'),
    ),
    help(
      'books',
      '年度账套',
      [
        '一个年度一个账套。新建本年账套，或从上年结转单位、股室和常年项目。旧年度随时可以打开查看。',
        '2026 年预算编制开始时，从 2025 年账套结转，单位和股室不用重新录入。',
      ],
      ['create-book', 'carry-forward'],
    ),
    help(
      'help',
      '使用手册',
      [
        '按人、按时间、按页面查找怎么做，不联网也能用。每个页面右上角的“？”打开的就是这里的内容。',
        '查“退回”，列出所有可以退回的环节和退回后由谁修改。',
      ],
      [],
      '',
      { also: ['help/paper'] },
    ),
    help(
      'coverage',
      '三全覆盖',
      [
        '看四类对象、四本预算、各个环节做到了多少：已做、应做、空缺原因和路线图，每一格都能点开。',
        '政府性基金预算“监控”一格显示 12/15，点开是没有监控的 3 个项目和原因。',
      ],
      ['save-milestone', 'discard-milestone'],
      cityDocument('四'),
      { also: ['coverage/list', 'coverage/road'] },
    ),
  ],
}
