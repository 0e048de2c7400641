import { cityDocument, type HelpArea, help } from './entry.ts'

export const exchangeHelp: HelpArea = {
  id: 'exchange',
  name: '数据交换',
  entries: [
    help(
      'counties',
      '区县汇总',
      ['区县上报的账套汇在一起看：目标、监控、自评和评价，只读。', '看五个区县自评汇总率，点开到区县台账。'],
      ['apply-package'],
      cityDocument('五（二）'),
      { also: ['counties/ledger'] },
    ),
    help(
      'exchange',
      '往来台账',
      [
        '送出和收到的每个数据包：给谁、什么内容、送达没有、有没有回执。',
        '某包 5 天没有回执，打开看它在哪个介质、交给了谁。勾选多个，一次打印封面、登记送达、导出回执。',
      ],
      ['mark-package', 'undo-package', 'take-receipt'],
    ),
    help(
      'exchange/peers',
      '往来单位',
      [
        '收发数据包的单位和它们的名片。第一次来往先收取名片，当面或电话逐位核对 20 位指纹，一致才信任。',
        '电话里各念一遍 20 位指纹，一致后点“信任”。',
      ],
      ['accept-peer', 'revoke-peer'],
    ),
    help(
      'exchange/card',
      '本机名片',
      ['本机的单位名片和签名密钥，导出后交给往来单位。', '换电脑后更换密钥，重新分发名片。'],
      ['save-station'],
    ),
    help(
      'exchange/send',
      '生成数据包',
      [
        '选择用途和接收单位，看清包内条数、控制数和留下的涉密事项，再生成签名的数据包，用优盘或共享文件夹传递；可以加密。涉密项目不会进入数据包。',
        '向市局上报：选“上报包”，核对控制数后生成，打印封面盖章。',
      ],
      ['make-package'],
    ),
    help(
      'exchange/receive',
      '接收数据包',
      [
        '打开收到的数据包，先演练：核对来源，逐条看会变成什么，再一次写入；写入前自动备份，写入后可以整体撤销。',
        '有 2 项与本机不同，逐项选择保留哪一个。',
      ],
      ['apply-package', 'refuse-package', 'hold-package', 'allow-package'],
    ),
    help(
      'exchange/board',
      '收发看板',
      ['应收未收、已收、退回，一眼看出还差谁。', '监控截止前一天，还差 3 个单位，生成催报函。'],
      ['mark-package'],
    ),
    help(
      'exchange/packages/:id',
      '数据包',
      [
        '一个数据包的内容、差异、办理过程、封面和回执。',
        '打印封面盖章，随优盘交给对方，对方用二维码或摘要核对。',
      ],
      ['mark-package', 'undo-package'],
      '',
      { also: ['exchange/packages/:id/cover', 'exchange/covers', 'exchange/packages/:id/receipt'] },
    ),
    help(
      'exchange/folders',
      '收发文件夹',
      ['指定收件和发件的文件夹，来了新包自动提示。', '指定内网共享盘的“收件”文件夹。'],
      ['set-exchange-folder', 'take-from-folder'],
    ),
  ],
}
