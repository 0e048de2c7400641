import type { DesktopErrorCode } from '#desktop'
import type { ErrorCode } from '#domain/errors'

/** Every way storage or an action can refuse: what happened, what was kept, what to do. */
export const errorText = {
  'changed-meanwhile': '这条记录刚才已被修改，本次没有写入。请核对最新内容后再操作。',
  'newer-database':
    '数据由更新版本的绩衡写成，本版本没有打开也没有改动它，数据都在。请关闭这个窗口，改从新版本启动；本机找不到新版本的，请安装新版本后再试。',
  'database-unavailable': '数据库暂时打不开，已存的数据没有改动。请关闭其他绩衡窗口后重新打开。',
  'not-allowed': '按当前状态不能这样操作，内容没有改动。已送审或已批复的目标须先取消送审或退回。',
  'not-found': '这条记录已不存在，可能刚被删除。请返回台账查看。',
  'duplicate-code': '代码与已有的重复，没有保存。请换一个代码。',
  'undo-impossible': '之后又有改动，不能整体撤销，现有内容没有变动。请逐条修改。',
  'form-begun':
    '单位已经开始填报，不能撤回布置，没有改动。请与单位联系：送审后可以退回修改，不再需要的请单位在自评表中注明。',
  'notice-used':
    '已有对象开始自评，或通知已经随参数包发出，不能撤回，没有改动。请与被考核的单位联系，需要更正的另行印发。',
  'submission-blocked': '还有必须改正的问题，没有送审，草稿已保存。请先处理标为“错误”的问题。',
  'not-permitted': '当前职责不能这样操作，内容没有改动。可在右上角切换职责，或请承担该职责的同事办理。',
  'out-of-reach': '这条记录不在当前职责的范围内（其他股室或其他单位），没有改动。',
  'opinion-missing': '请填写意见后再操作，没有改动。',
  'gate-closed': '还有规则不允许进入预算，没有改动。请在“预算关口”中查看原因。',
  'condition-unmet': '还有没办完的事项，没有继续，已填的内容都在。请按提示补齐后再操作。',
  'grade-missing': '重点项目须先填写绩效目标审核表并评定等级，没有改动。',
  'grade-forbids': '审核等级为“中”或“差”的目标不能通过，没有改动。请退回修改，或作不通过处理。',
  'secret-object': '所选信息中有涉密项目，不能公开，没有登记。请取消选择涉密项目后再登记。',
  'proof-missing': '请填写公开网址，或附上公开页面的截图，没有登记。',
  'exemption-unreasoned': '请写明不公开的原因，没有提交。',
  'finding-missing': '请写明检查发现的问题，没有登记。',
  'correction-missing': '请写明整改情况，没有登记。',
  'day-unfit': '日期不对或早于上一环节的日期，没有登记。请核对后重填。',
  'publication-exempt': '其中有涉密或不公开的目标，不登记公示，这次没有登记。请去掉这些目标后再登记。',
  'reason-missing': '请写明调整理由和对预算的影响，没有送审，已填内容都在。',
  'nothing-changed': '调整前后的内容相同，没有送审。请先修改目标，不再调整的可以删除这份申请。',
  'application-open': '这项结果已经列入结果应用，没有重复列入。请在台账中查看。',
  'disposal-open': '这个项目在本轮监控中已有未办结的处置，没有改动。请先办结那一条。',
  'adjustment-open': '这个目标已有一份调整申请在办，没有新建。请先办结那一份。',
  'major-unassessed':
    '属于重大变化，须先完成事前绩效评估，结论不为“不予支持”且不超过建议金额，没有改动。请在事前评估中另行列入后办理。',
  'not-a-package': '这不是绩衡的数据包，或没有复制完整，没有采用。请重新复制后再打开。',
  'not-a-kit': '这不是专家评分包，没有打开。请选财政局发来的“评分包-….jhx”文件。',
  'package-altered':
    '数据包的内容与签名不符，可能在传递中损坏或被改动，没有采用其中任何内容。请向对方重新索取。',
  'newer-package':
    '这个数据包由更新版本的绩衡生成，没有采用，文件没有损坏。请先升级本机的程序（数据不受影响），再打开它。',
  'wrong-passphrase': '口令不对，没有打开。请向发包的股室核对口令后重试。',
  'wrong-purpose': '这个数据包不是用在这里的，没有采用。请核对文件。',
  'not-for-here':
    '这个数据包是加密给另一台电脑的，本机打不开，没有采用。请向发包单位说明，用本机的单位名片重新生成。',
  'book-collected': '这是区县上报来的账套，只供查看，没有改动。要更正请由该区县改好后重新上报。',
  'station-missing': '本机还没有单位名片，没有生成。请先在“数据交换—往来单位”里建立本机名片。',
  'station-key-lost':
    '本机密钥丢失或损坏，打不开，没有改动任何内容。请在“数据交换 › 往来单位”的本机名片上换用新密钥，再把新名片交给各往来单位核对指纹。',
  'secret-inside': '准备送出的内容里写有涉密项目的名称或编码，没有生成数据包。请先在有关说明文字里删去。',
  'attachments-missing':
    '有附件在本机找不到或已损坏，没有生成数据包。请重新添加这些附件，或选择不带它们生成。',
  'attachments-too-much':
    '附件超过一个数据包能带的数量或大小，没有生成数据包。请选择不带附件生成，附件另行报送。',
  'package-stopped': '这个数据包有不能导入的问题，没有写入任何数据。请按页面上的说明处理。',
  'package-untrusted': '这个数据包须先核对指纹或由管理员决定，没有写入任何数据。请按页面上的说明处理。',
  'kit-out': '这份评分表已随评分包发给专家，没有改动。要在本机填写，请先作废评分包。',
  'kit-not-open': '这份评分表没有发出评分包，交回的文件没有采用。请核对是不是拿错了文件。',
  'kit-other':
    '交回的评分表不是这次发出的评分包产生的，没有采用。请向专家索取最新一份，不要使用旧的或别人的文件。',
  'kit-taken': '这份评分表已经收回过了，没有重复登记。',
  'not-a-backup': '这不是绩衡的备份文件，没有采用，现有数据没有改动。请核对文件。',
  'backup-cut-off': '备份文件不完整（复制时中断，或写到一半），没有采用，现有数据没有改动。请换一份备份。',
  'backup-damaged': '备份文件已损坏或被改动，校验值对不上，没有采用，现有数据没有改动。请换一份备份。',
  'backup-forged':
    '备份文件的内容与它自己的控制数或操作记录链对不上，可能被人改过，没有采用，现有数据没有改动。请换一份备份。',
  'newer-backup': '这份备份由更新版本的绩衡写成，本版本没有采用，现有数据没有改动。请先升级本机的程序。',
  'backup-is-book': '这是单个账套的文件，不是整机备份，没有采用。请在“打开账套文件”中打开它。',
  'backup-is-whole': '这是整机备份，不是单个账套的文件，没有采用。请在“恢复”中使用它。',
  'backup-unfinished': '恢复前没有能先备份现有数据，因此没有恢复，现有数据没有改动。请检查磁盘空间后重试。',
  'backup-passphrase': '口令不对，备份没有打开。请核对设置备份加密时的口令后重试。',
  'year-closed':
    '这个年度已经关账，目标、调整、监控和执行不再改动，没有写入。确需更正的，请监督与绩效管理科或预算科在“设置 › 账套”写明原因后重新打开。',
  'book-read-only': '这个账套是从其他机器带来的，只供查看，没有改动。需要修改请在原来的机器上办理。',
  'secret-unsealed': '账套里有涉密项目，必须设置口令加密后才能导出，没有导出。请填写口令，并使用专用介质。',
  'book-known': '这个账套就是本机自己的账套，没有打开文件中的副本，本机内容没有改动。',
  'login-failed': '姓名或密码不对，没有登录。请核对后重试。',
  'data-key-lost':
    '密码正确，但由它保护的密钥已损坏，没有登录，已填内容都在。请点“忘记密码”凭恢复码重设，或请另一位系统管理员重设密码；都没有的，请从损坏之前的备份恢复。',
  'account-locked': '密码连续输错多次，账户暂时锁定。请稍后再试，或请系统管理员重设密码。',
  'recovery-failed': '恢复码不对，或已换成新的，密码没有改动。请核对最近一次打印或抄下的恢复码。',
  'account-unfit': '账户的姓名或职责不符合要求，没有保存。请按提示改正。',
  'password-unfit': '新密码不符合要求，没有更换。请按提示重新设置。',
  'storage-full': '磁盘空间不足，这次没有写入，之前的内容都在。请清理磁盘后重试。',
  'sealed-unreadable':
    '加密的内容打不开：密钥不符，或内容已被改动。原内容没有动。请重新登录后再看；仍打不开请重新登记。',
  'data-key-missing': '登录账户后才能登记身份证号和银行账号，本次没有写入。请先登录；其他内容可以照常登记。',
  'opinion-unanswered': '还有股室的修改意见没有写明采纳情况，没有定稿。请逐条填写后再定稿。',
  'entry-faulty': '填写的内容还有错误，没有保存。请按提示改正后再保存。',
} as const satisfies Record<ErrorCode, string>

/** Every way the machine's side can refuse, or fail to answer. */
const desktopText = {
  'bad-request': '本机程序没有接受这次请求，没有执行。请重新启动绩衡后再试。',
  'unknown-verb': '本机程序不认识这个操作，没有执行。请重新启动绩衡。',
  refused: '本机程序拒绝了这次请求，没有执行。请从绩衡启动程序重新打开。',
  'too-large': '文件超过大小上限，没有写入。请减少所选项目，分几次导出。',
  'not-available': '当前版本不提供这个操作，没有执行。',
  'disk-full': '磁盘或优盘空间不足，文件没有写入。请清理出空间，或换一个盘后重试。',
  'write-refused':
    '这个位置不允许写入（优盘可能开了写保护），或文件正被 Excel、WPS 占用，没有写入。请关掉写保护、关闭文件，或换一个位置后重试。',
  'place-unavailable': '所选的位置找不到了（优盘可能已拔出），没有写入。请插好优盘，或换一个位置后重试。',
  'verify-failed': '写入后读出来核对不一致，文件不可靠，已不保留；这个盘可能有损坏。请换一个盘后重试。',
  'attachment-damaged': '这个附件的内容与存入时不一致，已停止打开，其他内容都在。请重新添加原来的文件。',
  'folder-unfit':
    '这个位置不能用来收发数据包，没有添加。请填写一个已有文件夹的完整路径（如 E:\\数据交换），不要用绩衡自己的数据文件夹。',
  'folder-gone':
    '这个文件夹现在找不到，没有读写任何内容。请插好优盘或连上共享文件夹后再试；盘符变了的，请重新添加。',
  'folder-read-only':
    '这个文件夹是只读的，没有写入。请关掉优盘的写保护开关、向共享文件夹的管理人申请写入权限，或换一个文件夹。',
  'file-gone': '这个数据包已不在文件夹里，或刚被换成了别的文件，没有采用。请刷新后再选。',
  'file-unfinished': '这个文件还没有复制完整，没有采用。请等对方复制完，或请对方重新复制后再试。',
  internal: '程序内部出错，没有执行这次操作，已保存的内容都在。请重试；再次出现请复制错误信息反馈。',
  'not-connected': '这个页面不是从绩衡启动程序打开的，不能读写文件。请从绩衡启动程序重新打开。',
  unreachable: '与本机程序的连接已断开，已保存的内容都在。请重新启动绩衡。',
} as const satisfies Record<DesktopErrorCode, string>

/** The sentence of a code that was kept; '' for one that no longer exists. */
export function sentenceForCode(code: string): string {
  return Object.entries({ ...desktopText, ...errorText }).find(([name]) => name === code)?.[1] ?? ''
}

/** The sentence for any caught failure; unknown ones keep their own words for the copied report. */
export function sentenceFor(error: unknown): string {
  const code = codeOf(error)
  const known = Object.entries({ ...desktopText, ...errorText }).find(([name]) => name === code)
  if (known) return known[1]
  // A workbook that cannot be read says so itself, in words made for the user.
  if (error instanceof Error && error.name === 'WorkbookError') return error.message
  if (nameOf(error) === 'QuotaExceededError') return errorText['storage-full']
  return '出现没有预料到的问题，已保存的内容都在。请重试；再次出现请复制错误信息反馈。'
}

/** The code a failure carries; '' for a bug. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}

/** Text for 复制错误信息: name, code, message and stack, no data of the book. */
export function errorReport(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [`${error.name} ${codeOf(error)}`.trim(), error.message, error.stack ?? ''].join('\n')
}
