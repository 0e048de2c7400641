/** What a double click starts on Windows. Only words of its own need the code page: node writes Chinese without. */
export const windowsStarter = [
  '@echo off',
  'title JiHeng',
  'if exist "%~dp0program\\node.exe" goto start',
  'chcp 65001 >nul',
  'echo 请先把压缩包整个解压到一个文件夹，再双击“启动绩衡”。',
  'pause',
  'exit /b 1',
  ':start',
  '"%~dp0program\\node.exe" "%~dp0program\\out\\main\\launch.js"',
  'if errorlevel 1 pause',
  '',
].join('\r\n')

/** On Linux a double click has no console: what went wrong is shown by whichever dialog the desktop has. */
export const linuxStarter = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
node="$here/program/node"
if [ ! -x "$node" ]; then
  chmod +x "$node" 2>/dev/null
fi
if [ -x "$node" ]; then
  words=$("$node" "$here/program/out/main/launch.js" 2>&1 >/dev/null) && exit 0
else
  words="这个位置不允许运行程序（常见于 FAT 格式的优盘）。请把“绩衡”文件夹整个复制到本机硬盘后再启动。"
fi
printf '%s\\n' "$words"
for dialog in "zenity --error --no-markup --text" "kdialog --title 绩衡 --error" "yad --title 绩衡 --text" "xmessage -center"; do
  if command -v "\${dialog%% *}" >/dev/null 2>&1; then
    $dialog "$words"
    exit 1
  fi
done
command -v notify-send >/dev/null 2>&1 && notify-send "绩衡" "$words"
exit 1
`

/** The same with an icon and a name in the file manager; %k is where this file lies. */
export const linuxEntry = `[Desktop Entry]
Version=1.0
Type=Application
Name=绩衡
Name[en]=JiHeng
Comment=区县财政局预算绩效管理
Exec=sh -c "exec sh \\\\"\\\\$(dirname \\\\"\\\\$1\\\\")/启动绩衡.sh\\\\"" sh %k
Icon=x-office-spreadsheet
Terminal=false
Categories=Office;
`
