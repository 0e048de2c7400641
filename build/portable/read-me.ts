/** 说明.txt: how to start, where the data is, how to renew and move the program. */
export function readMe(version: string, isWindows: boolean): string {
  const lines = [
    `绩衡 ${version}（浏览器版，免安装）`,
    '',
    '怎样启动',
    ...(isWindows ? windowsStart : linuxStart),
    '  用本机已装的 Chrome、Edge、360 极速、奇安信等 Chromium 内核浏览器打开独立的窗口，关闭窗口即退出。',
    '  没有这类浏览器时用默认浏览器打开。不需要管理员权限，不联网，只在本机 127.0.0.1 上工作。',
    '  已经在运行时再次双击，打开的是同一份数据。',
    '',
    '数据在哪里',
    `  平时在 ${isWindows ? '%APPDATA%\\JiHeng' : '~/.local/share/JiHeng'}，与本文件夹无关：移动、改名、删除、换新版本文件夹都不影响数据。`,
    '  要把数据随文件夹一起带走（例如放在移动硬盘上）：首次启动前，在本文件夹内（“启动绩衡”旁边）新建名为 data 的空文件夹，',
    '  数据和导出就都放在本文件夹里。此后请保留 data 文件夹。两处数据互不相通，需要搬数据时用“设置 › 备份”另存再恢复。',
    ...(isWindows ? [] : ['  Linux 上放 data 的盘须是 ext4 或 NTFS 格式，FAT、exFAT 格式的优盘不行。']),
    '',
    '怎样升级',
    '  关闭窗口，把新版本解压出来，覆盖本文件夹或放在别处均可。数据自动升级，升级前自动备份。',
    '  用了 data 文件夹的：覆盖本文件夹，或把 data 移到新文件夹里。',
    '  不要用旧版本打开新版本用过的数据：程序会说明并停下，数据不受影响。',
    '',
    '怎样删除',
    '  删除本文件夹即可，数据仍保留；确实不再需要数据时，再删除上面所说的数据文件夹。',
    '',
    '打不开时',
    '  端口 46071 被占用：关闭占用它的程序，或注销后重新登录。原因和经过记在数据文件夹的 log 中。',
    '',
  ]
  return isWindows ? `\uFEFF${lines.join('\r\n')}` : lines.join('\n')
}

const windowsStart = [
  '  先把压缩包整个解压到一个文件夹，再双击“启动绩衡.cmd”。小黑窗口会在绩衡打开后自动关闭。',
  '  适用于 64 位 Windows 10、11。可以右键“启动绩衡.cmd”，发送到桌面快捷方式。',
]

const linuxStart = [
  '  解压后双击“绩衡.desktop”；系统询问时选“允许启动”“信任并运行”。',
  '  也可双击“启动绩衡.sh”选“运行”，或在终端中执行 sh 启动绩衡.sh。',
  '  适用于统信 UOS、银河麒麟 V10 等（glibc 2.28 以上）；x64 对应海光、兆芯，arm64 对应鲲鹏、飞腾、海思。',
]
