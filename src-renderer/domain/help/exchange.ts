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
      ['送出和收到的每个数据包：给谁、什么内容、送达没有、有没有回执。', '某包 5 天没有回执，导出催办函。'],
      ['mark-package', 'undo-package', 'take-receipt'],
    ),
    help(
      'exchange/peers',
      '往来单位',
      ['收发数据包的单位和它们的签名。第一次来往要当面核对指纹再信任。', '电话核对指纹后六位，点“信任”。'],
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
        '选择内容和接收单位，预演检查后生成加密签名的数据包，用优盘或内网传递。涉密项目不会进入数据包。',
        '向市局上报自评：选“单位自评”，预演无问题，生成并打印交接单。',
      ],
      ['make-package'],
    ),
    help(
      'exchange/receive',
      '接收数据包',
      [
        '打开收到的数据包，先核对来源和差异，再写入；写入后可以撤销。',
        '有 2 项与本机不同，逐项选择保留哪一个。',
      ],
      ['apply-package', 'refuse-package', 'hold-package', 'allow-package'],
    ),
    help(
      'exchange/board',
      '收发看板',
      ['应收未收、已收、退回，一眼看出还差谁。', '监控截止前一天，还差 3 个单位，导出催报。'],
      ['mark-package'],
    ),
    help(
      'exchange/packages/:id',
      '数据包',
      ['一个数据包的内容、差异、办理过程、交接单和回执。', '打印交接单，双方签字留存。'],
      ['mark-package', 'undo-package'],
      '',
      { also: ['exchange/packages/:id/cover', 'exchange/packages/:id/receipt'] },
    ),
    help(
      'exchange/folders',
      '收发文件夹',
      ['指定收件和发件的文件夹，来了新包自动提示。', '指定内网共享盘的“收件”文件夹。'],
      ['set-exchange-folder', 'take-from-folder'],
    ),
  ],
}
