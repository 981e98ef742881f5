/**
 * The screens as people find their way on them: by role and by the words they read. Every word a journey looks for
 * stands here, once, and as it must be read; it is not taken from the product's own dictionary.
 */
import type { Locator, Page } from 'playwright-core'

const words = {
  desk: {
    open: '打开',
    sample: '试一试（样例）',
    networkClosed: '局域网未开',
    networkOpen: /^局域网已开/,
    startNetwork: '开启局域网',
    qrOf: (seat: number) => `第 ${seat} 席入席二维码`,
    seatOf: (seat: number, name: string) => `第 ${seat} 席 ${name}`,
    wall: '大屏',
    stages: '评审阶段',
    close: (stage: string) => `结束“${stage}”`,
    missing: '还差什么',
    applications: '申报',
    date: '考察日期',
    place: '地点',
    present: '参加人员',
    opinion: '考察意见',
    addFinding: '添加一项事实',
    seen: /^现场所见/,
    saveVisit: '保存考察记录',
    minutes: '评议记录',
    addDissent: '添加不同意见',
    dissentWho: '不同意见 1 的专家',
    dissentText: '不同意见 1 的内容',
    saveMinutes: '保存评议记录',
    prepareVote: '准备表决',
    openVote: '开始表决',
    publish: '公布结果',
    voteIsOpen: '正在表决',
    notVoted: (count: number) => `还有 ${count} 席未投`,
    closeVote: '结束表决',
    elect: '推选组长',
    officerName: (role: string) => `${role}姓名`,
    officerUnit: (role: string) => `${role}单位`,
    setOfficers: (count: number) => `确定工作人员（${count} 人）`,
    stepIn: '递补',
    showOnFloor: '显示到大屏和席位',
    takeOffFloor: '撤下',
    askReopening: '申请重开',
    list: '整张选票表决',
    places: '名额（最多入选几项）',
    runOff: '准备末位再次表决',
    isPrepared: '已准备',
    finalList: '最终建议名单',
    placeOf: (workshop: string) => `${workshop} 的位次`,
    reasonOf: (workshop: string) => `${workshop} 的理由`,
    settleList: '提出最终建议名单',
    listSettled: '已提出',
    freeze: '固定结果',
    download: '下载结果工作簿',
  },
  seat: {
    // An icon may stand in front of the name.
    me: /这是我$/,
    list: '我的申报',
    sheetOf: (workshop: string) => `${workshop} 评分表`,
    reasonOf: (item: string) => new RegExp(`^${item} .*扣分理由$`),
    opinion: /^审阅意见/,
    saved: /已保存到主机/,
    kept: '未连上主机，已存在本机',
    waiting: (count: number) => `本机待发 ${count} 项`,
    submit: '提交',
    submitYes: '提交并锁定',
    notSent: /还有内容没有送到主机/,
    submitted: /已提交并锁定/,
    promise: '我已阅读并承诺遵守',
    conflictWith: (workshop: string) => `与${workshop}有无利害关系`,
    conflictSome: '有，回避',
    kindOf: (workshop: string) => `与${workshop}是哪种关系`,
    noneForRest: '其余均无利害关系',
    declare: '提交声明',
    castVote: '确认投票',
    voted: '已投票',
  },
  wall: {
    voted: (count: number, of: number) => `已投 ${count} / ${of}`,
  },
}

/** The ballot's choices as screens name them, and as papers do. */
export const ballotWords = {
  for: { screen: '同意', paper: '同意' },
  against: { screen: '反对', paper: '反对' },
  abstain: { screen: '弃权', paper: '弃权' },
} as const
export type Choice = keyof typeof ballotWords

/** The states of a sheet in the desk's matrix. */
export const sheetStates = { unseen: '未看', seen: '已看', draft: '草稿', submitted: '已提交' } as const

const button = (where: Page | Locator, name: string | RegExp) =>
  where.getByRole('button', { name, exact: typeof name === 'string' })

/** Waits until it is so: for what no single element says. */
export async function until(what: string, isSo: () => Promise<boolean>, patience = 90_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The secretariat's screen. */
export class DeskPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** The first screen of an empty store. */
  async waitUntilEmpty() {
    await button(this.page, new RegExp(`^${words.desk.sample}`)).waitFor()
  }

  /** Opens a round from the list. */
  async openRound(title: string) {
    await button(this.page, `${words.desk.open} ${title}`).click()
    await this.page.getByRole('navigation', { name: words.desk.stages }).waitFor()
  }

  async openNetwork() {
    await button(this.page, words.desk.networkClosed).click()
    await button(this.page, words.desk.startNetwork).click()
    await button(this.page, words.desk.networkOpen).waitFor()
  }

  /** The picture of a seat's QR code, as the page was given it. */
  async qrPicture(seat: number): Promise<string> {
    const source = await this.page.getByRole('img', { name: words.desk.qrOf(seat) }).getAttribute('src')
    return decodeURIComponent(source?.split(',').slice(1).join(',') ?? '')
  }

  /** What one seat's card says. */
  seatCard(seat: number, name: string) {
    return this.page.getByRole('article', { name: words.desk.seatOf(seat, name) })
  }

  async openWall(): Promise<Page> {
    const opened = this.page.waitForEvent('popup')
    await button(this.page, words.desk.wall).click()
    return opened
  }

  async goToStage(stage: string) {
    await this.page.getByRole('navigation', { name: words.desk.stages }).getByRole('button', { name: stage }).click()
  }

  /** The states of all sheets, a row for every application. */
  async matrix(): Promise<string[][]> {
    const rows = await this.page.getByRole('table').getByRole('row').all()
    const read = rows.map(async (row) => {
      const marks = await row.getByRole('img').all()
      return Promise.all(marks.map(async (mark) => (await mark.getAttribute('aria-label')) ?? ''))
    })
    const known: readonly string[] = Object.values(sheetStates)
    return (await Promise.all(read)).map((row) => row.filter((mark) => known.includes(mark))).filter((row) => row[0])
  }

  async waitForMatrix(wanted: readonly (readonly string[])[]) {
    await until(`the matrix is ${JSON.stringify(wanted)}`, async () => {
      return JSON.stringify(await this.matrix()) === JSON.stringify(wanted)
    })
  }

  async closeStage(stage: string, next: string) {
    const side = this.page.getByRole('complementary', { name: words.desk.missing })
    await button(side, words.desk.close(stage)).click()
    await button(this.page.getByRole('dialog'), words.desk.close(stage)).click()
    await this.page
      .getByRole('navigation', { name: words.desk.stages })
      .locator('[aria-current="step"]')
      .filter({ hasText: next })
      .waitFor()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** Chooses an application among those of a stage; of the same stage's list, by its number. */
  async choosePacket(no: number) {
    const list = this.page.getByRole('navigation', { name: words.desk.applications })
    await list.getByRole('button', { name: new RegExp(`^${no} `) }).click()
  }

  async recordVisit(visit: {
    place: string
    present: { member: string; guest: string }
    opinion: string
    finding: { fact: string; seen: string }
  }) {
    const { page } = this
    await page.getByLabel(words.desk.date).waitFor()
    await page.getByRole('textbox', { name: words.desk.place }).fill(visit.place)
    const present = page.getByRole('combobox', { name: words.desk.present })
    await present.click()
    await page.getByTitle(visit.present.member, { exact: true }).click()
    await present.fill(visit.present.guest)
    await present.press('Enter')
    await present.press('Escape')
    await page.getByRole('combobox', { name: words.desk.addFinding }).fill(visit.finding.fact)
    await page.keyboard.press('Enter')
    const { seen } = visit.finding
    if (seen === '是' || seen === '否') {
      await page.getByRole('radiogroup', { name: words.desk.seen }).getByText(seen, { exact: true }).click()
    } else await page.getByRole('textbox', { name: words.desk.seen }).fill(seen)
    await page.getByRole('textbox', { name: words.desk.opinion }).fill(visit.opinion)
    await button(page, words.desk.saveVisit).click()
    await button(page, words.desk.saveVisit).waitFor({ state: 'detached' })
  }

  async recordMinutes(minutes: { text: string; dissent: { who: string; text: string } }) {
    const { page } = this
    await page.getByRole('textbox', { name: words.desk.minutes }).fill(minutes.text)
    await button(page, words.desk.addDissent).click()
    await page.getByRole('combobox', { name: words.desk.dissentWho }).click()
    await page.getByTitle(minutes.dissent.who).click()
    await page.getByRole('textbox', { name: words.desk.dissentText }).fill(minutes.dissent.text)
    await button(page, words.desk.saveMinutes).click()
    await button(page, words.desk.saveMinutes).waitFor({ state: 'detached' })
  }

  /** Votes by name; nobody not named has any. */
  async electChair(votes: Record<string, number>) {
    await button(this.page, words.desk.elect).click()
    const dialog = this.page.getByRole('dialog')
    for (const [name, count] of Object.entries(votes)) {
      await dialog.getByRole('spinbutton', { name }).fill(String(count))
    }
    await button(dialog, words.desk.elect).click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** Names by role, with one unit for all. */
  async nameOfficers(names: Record<string, string>) {
    for (const [role, name] of Object.entries(names)) {
      await this.page.getByRole('combobox', { name: words.desk.officerName(role) }).fill(name)
      await this.page.getByRole('textbox', { name: words.desk.officerUnit(role) }).fill('测试纪检组')
    }
    const set = words.desk.setOfficers(Object.keys(names).length)
    await button(this.page, set).click()
    const said = await this.confirm(set)
    for (const name of Object.values(names)) if (!said.includes(name)) throw new Error(`${name} is not in: ${said}`)
  }

  async noteAttendance(event: string, name: string) {
    await button(this.page, `${event} ${name}`).click()
  }

  /** The dialog must name what becomes void, or nothing where nothing was handed in. */
  async enterAlternate(seat: string, reason: string, touched?: string) {
    await button(this.page, `${words.desk.stepIn} ${seat}`).click()
    const dialog = this.page.getByRole('dialog')
    if (touched !== undefined) await dialog.getByText(touched).waitFor()
    await dialog.getByRole('textbox').fill(reason)
    await button(dialog, words.desk.stepIn).click()
    await dialog.waitFor({ state: 'detached' })
  }

  async showOnFloor() {
    await button(this.page, words.desk.showOnFloor).click()
    await button(this.page, words.desk.takeOffFloor).waitFor()
  }

  async askReopening(reason: string) {
    await button(this.page, words.desk.askReopening).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(reason)
    await button(dialog, words.desk.askReopening).click()
    await dialog.waitFor({ state: 'detached' })
  }

  async waitForStage(stage: string) {
    await this.page
      .getByRole('navigation', { name: words.desk.stages })
      .locator('[aria-current="step"]')
      .filter({ hasText: stage })
      .waitFor()
  }

  /** Everything on one ballot, with places to fill. */
  async prepareList(places: number) {
    await button(this.page, words.desk.list).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('spinbutton', { name: words.desk.places }).fill(String(places))
    await button(dialog, words.desk.prepareVote).click()
    await dialog.waitFor({ state: 'detached' })
  }

  async prepareRunOff() {
    await button(this.page, words.desk.runOff).click()
    await button(this.page, words.desk.runOff).waitFor({ state: 'detached' })
  }

  /** Opens what was prepared; the desk may still show something else. Answers what the dialog said of it. */
  async openPrepared(): Promise<string> {
    await this.page.getByText(words.desk.isPrepared).first().click()
    return this.confirmOpening()
  }

  async openVote() {
    await button(this.page, words.desk.prepareVote).click()
    await this.confirmOpening()
  }

  private async confirmOpening(): Promise<string> {
    await button(this.page, words.desk.openVote).click()
    const said = await this.confirm(words.desk.openVote)
    await this.page.getByRole('main').getByText(words.desk.voteIsOpen).first().waitFor()
    return said
  }

  /** Confirms an act in its dialog, which must name what it touches; answers what it says. */
  private async confirm(act: string): Promise<string> {
    const dialog = this.page.getByRole('dialog')
    await dialog.locator('dt').first().waitFor()
    const said = (await dialog.textContent()) ?? ''
    await button(dialog, act).click()
    await dialog.waitFor({ state: 'detached' })
    return said
  }

  /** Until everybody has voted there is no way to close: the button says who is missing. */
  async waitForVotesMissing(count: number) {
    await button(this.page, words.desk.notVoted(count)).waitFor()
  }

  async closeVote() {
    await button(this.page, words.desk.closeVote).click()
    await button(this.page.getByRole('dialog'), words.desk.closeVote).click()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** Makes the count known to the room. */
  async publishVote() {
    await button(this.page, words.desk.publish).click()
    await button(this.page.getByRole('dialog'), words.desk.publish).click()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  /** The final list that the score order and the deliberation lead to. */
  get finalList() {
    const card = this.page.getByRole('region', { name: words.desk.finalList })
    const settle = button(card, words.desk.settleList)
    return {
      /** Rank, application and score of each row. */
      order: async () => {
        const read = (await card.getByRole('row').all()).slice(1).map(async (row) => {
          const [rank = '', name = '', score = ''] = await row.getByRole('cell').allInnerTexts()
          return [rank.replace(/\s+/g, ' ').trim(), name.split('\n')[0]?.replace(/^\d+ /, ''), score.split('\n')[0]]
        })
        return Promise.all(read)
      },
      place: (workshop: string, place: string) => card.getByLabel(words.desk.placeOf(workshop)).fill(place),
      explain: (workshop: string, reason: string) => card.getByLabel(words.desk.reasonOf(workshop)).fill(reason),
      waitFor: (text: string) => card.getByText(text).waitFor(),
      isLocked: () => settle.isDisabled(),
      /** Settles it; answers what the dialog says of it. */
      settle: async () => {
        await settle.click()
        const said = await this.confirm(words.desk.settleList)
        await card.getByText(words.desk.listSettled, { exact: true }).waitFor()
        return said
      },
    }
  }

  /** The ranking as it is read: for every row, what stands under each heading. */
  async ranking(): Promise<Record<string, string>[]> {
    const table = this.page.getByRole('table').first()
    await table.waitFor()
    const heads = await table.getByRole('columnheader').allTextContents()
    const rows = await table.getByRole('row').all()
    const read = await Promise.all(rows.map((row) => row.getByRole('cell').allTextContents()))
    return read
      .filter((cells) => cells.length === heads.length)
      .map((cells) => Object.fromEntries(heads.map((head, at) => [head, (cells[at] ?? '').trim()])))
  }

  async freeze() {
    await button(this.page, words.desk.freeze).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('textbox').fill('样例秘书')
    await button(dialog, words.desk.freeze).click()
    await button(this.page, words.desk.freeze).first().waitFor({ state: 'detached' })
  }

  /** Downloads the workbook; answers the name it would have on the clerk's disk, and where its bytes are. */
  async downloadWorkbook(): Promise<{ name: string; path: string }> {
    const coming = this.page.waitForEvent('download')
    await button(this.page, words.desk.download).click()
    const download = await coming
    return { name: download.suggestedFilename(), path: await download.path() }
  }
}

/** One score as an expert enters it: nothing typed means full marks, by Enter alone. */
export type Mark = { item: string; score: string | null; reason?: string }

/** An expert's screen. */
export class SeatPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Answers what the card says of whom the seat is taken for, and confirms it. */
  async confirmMe(): Promise<string> {
    const me = button(this.page, words.seat.me)
    await me.waitFor()
    const card = await this.page.getByRole('main').textContent()
    await me.click()
    return card ?? ''
  }

  score(item: string) {
    return this.page.getByRole('spinbutton', { name: new RegExp(`^${item} `) })
  }

  reason(item: string) {
    return this.page.getByRole('textbox', { name: words.seat.reasonOf(item) })
  }

  get opinion() {
    return this.page.getByRole('textbox', { name: words.seat.opinion })
  }

  async waitForSheet(workshop: string) {
    await this.page.getByRole('region', { name: words.seat.sheetOf(workshop) }).waitFor()
  }

  /** The expert looks where the cursor is before typing. */
  private async waitForFocus(field: Locator) {
    await field.waitFor()
    await until(`${field} has the focus`, () => field.evaluate((element) => element === document.activeElement))
  }

  /** Scores items one after the other with the keyboard alone; each Enter must lead to the next field. */
  async mark(marks: readonly Mark[]) {
    for (const { item, score, reason } of marks) {
      await this.waitForFocus(this.score(item))
      if (score !== null) await this.page.keyboard.type(score)
      await this.page.keyboard.press('Enter')
      if (reason === undefined) continue
      await this.waitForFocus(this.reason(item))
      await this.page.keyboard.insertText(reason)
      await this.page.keyboard.press('Enter')
    }
  }

  /** What the fields on the screen hold, item by item. */
  async entered(items: readonly string[]): Promise<Record<string, { score: string; reason: string }>> {
    const read = items.map(async (item) => {
      const reason = this.reason(item)
      const score = await this.score(item).inputValue()
      return [item, { score, reason: (await reason.count()) > 0 ? await reason.inputValue() : '' }] as const
    })
    return Object.fromEntries(await Promise.all(read))
  }

  private status(text: string | RegExp) {
    return this.page.getByRole('status').filter({ hasText: text }).first()
  }

  async waitUntilSaved() {
    await this.status(words.seat.saved).waitFor()
    await this.status(words.seat.waiting(0)).waitFor()
  }

  async waitUntilKept(count: number) {
    await this.status(words.seat.kept).waitFor()
    await this.status(words.seat.waiting(count)).waitFor()
  }

  get submitButton() {
    return button(this.page, words.seat.submit)
  }

  /** Hands in with the keyboard: after the last item the button has the focus, and Enter alone must not be enough. */
  async submit() {
    await this.waitForFocus(this.submitButton)
    await this.page.keyboard.press('Enter')
    const yes = button(this.page.getByRole('dialog'), words.seat.submitYes)
    await yes.waitFor()
    await yes.press('Enter')
  }

  async waitUntilSubmitted() {
    await this.page.getByRole('alert').filter({ hasText: words.seat.submitted }).waitFor()
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  async waitUntilNotSent() {
    await this.page.getByText(words.seat.notSent).waitFor()
  }

  async nextSheet() {
    await this.page.keyboard.press('Alt+ArrowDown')
  }

  /** Promises, and says of every application that there is no conflict. */
  async declareNone() {
    await this.page.getByRole('checkbox', { name: words.seat.promise }).check()
    await button(this.page, words.seat.noneForRest).click()
    await button(this.page, words.seat.declare).click()
  }

  /** Promises, and declares the one conflict there is, by the words on the buttons. */
  async declareConflict(workshop: string, kind: string) {
    await this.page.getByRole('checkbox', { name: words.seat.promise }).check()
    const asked = this.page.getByRole('radiogroup', { name: words.seat.conflictWith(workshop) })
    await asked.getByText(words.seat.conflictSome, { exact: true }).click()
    await this.page.getByRole('combobox', { name: words.seat.kindOf(workshop) }).click()
    await this.page.getByTitle(kind, { exact: true }).click()
    await button(this.page, words.seat.noneForRest).click()
    await button(this.page, words.seat.declare).click()
  }

  /** A whole list on one ballot, in the words on its buttons. */
  async voteList(workshops: readonly string[], choices: readonly string[]) {
    const ballot = this.page.getByRole('dialog')
    for (const [at, workshop] of workshops.entries()) {
      const line = ballot.getByRole('radiogroup', { name: `${at + 1} ${workshop}` })
      await line.getByText(choices[at] ?? '', { exact: true }).click()
    }
    await button(ballot, words.seat.castVote).click()
    await ballot.getByText(words.seat.voted).waitFor()
  }

  async vote(choice: Choice) {
    const ballot = this.page.getByRole('dialog')
    await button(ballot, ballotWords[choice].screen).click()
    await button(ballot, words.seat.castVote).click()
    await ballot.getByText(words.seat.voted).waitFor()
  }

  async waitUntilVoteIsOver() {
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}

/** The wall. */
export class WallPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async waitForVoted(count: number, of: number) {
    await this.page.getByText(words.wall.voted(count, of)).waitFor()
  }

  /** What stands on each seat. */
  seats(): Promise<string[]> {
    return this.page.getByRole('list').last().getByRole('listitem').allTextContents()
  }

  async waitFor(text: string | RegExp) {
    await this.page.getByText(text).first().waitFor()
  }
}
