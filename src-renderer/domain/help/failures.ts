import type { Chapter } from './manual.ts'

/** Something that goes wrong outside of anybody's will: what is shown then, and the way on. */
export type Failure = { id: string; name: string; shown: string; way: string }

export const failures: readonly Failure[] = [
  {
    id: 'kill',
    name: '断电、死机、程序被强行关闭',
    shown: '显示过“已保存”的内容都在；成批导入的要么全部写入，要么一项也没有。',
    way: '重新打开绩衡，从断开的地方接着办。',
  },
  {
    id: 'full-disk',
    name: '磁盘写满',
    shown: '提示“磁盘空间不足，这次没有写入”，正在填的内容留在页面上；文件没有写好的不会留下半份。',
    way: '清理磁盘后点“再次保存”，或换一个盘导出。',
  },
  {
    id: 'read-only-stick',
    name: '优盘写保护、只读，或文件正被占用',
    shown: '提示这个位置不允许写入，没有写入；只读的文件夹仍可用来收取数据包。',
    way: '打开优盘的写保护开关、关闭占用文件的 Excel 或 WPS，或换一个文件夹。',
  },
  {
    id: 'clock',
    name: '系统时间被调回',
    shown:
      '打开时提示“系统时间可能不对”，说明比最后一次操作早多少。操作记录按编号和校验链排列，先后不会乱；期限会按错的时间计算。',
    way: '校准系统日期和时间后重新检查；现在的时间确实正确的，点“现在的时间正确，继续”，会记入操作记录。',
  },
  {
    id: 'two-instances',
    name: '重复启动，或开了两个窗口',
    shown: '第二次启动转到已打开的窗口；两个窗口同改一条记录的，后保存的提示已被修改，不会盖掉先保存的内容。',
    way: '关掉多余的窗口，核对最新内容后再操作。端口被其他程序占用的，会指明端口，请关闭那个程序。',
  },
  {
    id: 'damaged-database',
    name: '数据库损坏、被清空，或比备份旧',
    shown: '打开时提示“本机的数据不见了”或“本机的数据有损坏”，逐条说明，不会当成新机器。',
    way: '选最近一份完好的备份恢复；恢复前会逐项校验，并把现有数据另存一份。打不开的数据库可以原样移开。只是个别记录不对的，在“设置 › 备份”点“检查数据”，会指出是哪一条。',
  },
  {
    id: 'downgrade',
    name: '用旧版程序打开新版数据',
    shown: '提示“数据由更新版本的绩衡写成”，没有打开也没有改动。',
    way: '安装新版本后再打开。新版备份同样不会被旧版采用。',
  },
  {
    id: 'newer-package',
    name: '收到新版本生成的数据包',
    shown: '提示“这个数据包由更新版本的绩衡生成，没有采用”。',
    way: '先升级本机的程序再导入，或请对方用同一版本生成。',
  },
  {
    id: 'lost-key',
    name: '本机密钥丢失或损坏',
    shown: '生成、打开数据包时提示“本机密钥丢失或损坏”，没有改动任何内容。',
    way: '在“数据交换 › 往来单位”的本机名片上更换密钥，勾选“旧密钥已丢失”，把新名片交给各往来单位重新核对指纹。',
  },
  {
    id: 'forgotten-password',
    name: '忘记密码',
    shown: '登录页点“忘记密码”：一般账户请系统管理员重设；系统管理员凭恢复码自己重设。',
    way: '恢复码用一次即换新的。没有恢复码也没有别的系统管理员时，业务照常办理，但账户不能再管理：在新安装的绩衡上用“整套账移交包”接续，或恢复一份还记得密码的备份；加密的身份证号、银行账号和本机密钥找不回来，须重新登记。恢复备份后，以那份备份里的密码和恢复码为准。',
  },
]

/** 出了问题怎么办, as a chapter of the manual. */
export const failureChapter: Chapter = {
  id: 'failures',
  title: '出了问题怎么办',
  paragraphs: failures.map(({ name, shown, way }) => `【${name}】${shown}办法：${way}`),
}
