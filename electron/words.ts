// The few sentences the shell itself says; the screens have their own.

const zh = {
  title: '匠评',
  file: '文件',
  edit: '编辑',
  view: '显示',
  window: '窗口',
  quit: '退出',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  larger: '放大',
  smaller: '缩小',
  normalSize: '实际大小',
  fullScreen: '全屏',
  openWall: '打开大屏',
  minimise: '最小化',
  close: '关闭',
  restart: '重新启动',
  hostGone: '后台程序反复停止，已不再自动重启。',
  hostGoneDetail:
    '已提示“已保存”的内容都在磁盘上，不会丢失。请点“重新启动”再试一次；若仍然如此，请退出后重新打开，并检查磁盘是否已满、数据文件夹是否可写。',
  pickPackets: '选择申报材料（PDF、Word、Excel 或压缩包）',
  pickFolder: '选择材料所在的文件夹',
  pickTable: '选择表格',
  pickArchive: '选择归档包或备份',
  pickWorkbook: '选择结果工作簿',
  saveFolder: '选择保存到哪个文件夹',
  savePdf: '另存为 PDF',
  choose: '选择',
  save: '保存到这里',
  packets: '申报材料',
  tables: '表格',
  archives: '归档包或备份',
  workbooks: '工作簿',
}

/** Every sentence of the shell, in one language. */
export type Words = typeof zh

const en: Words = {
  title: 'Jiangping',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  quit: 'Quit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  larger: 'Larger',
  smaller: 'Smaller',
  normalSize: 'Actual size',
  fullScreen: 'Full screen',
  openWall: 'Open the wall screen',
  minimise: 'Minimise',
  close: 'Close',
  restart: 'Start again',
  hostGone: 'The background program keeps stopping and is no longer restarted.',
  hostGoneDetail:
    'Everything shown as saved is on disk and is not lost. Press “Start again” to try once more; if that does not help, quit and reopen the program, and check that the disk is not full and the data folder can be written.',
  pickPackets: 'Choose packets (PDF, Word, Excel or zip)',
  pickFolder: 'Choose the folder that holds the packets',
  pickTable: 'Choose a table',
  pickArchive: 'Choose an archive or a backup',
  pickWorkbook: 'Choose a result workbook',
  saveFolder: 'Choose the folder to save to',
  savePdf: 'Save as PDF',
  choose: 'Choose',
  save: 'Save here',
  packets: 'Packets',
  tables: 'Tables',
  archives: 'Archives and backups',
  workbooks: 'Workbooks',
}

/** The shell's sentences for a system language: Chinese unless the system plainly speaks another. */
export function wordsFor(locale: string): Words {
  return locale === '' || locale.startsWith('zh') ? zh : en
}
