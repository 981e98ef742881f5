/** The result, its papers, publication and what comes after. */
import { decideLine } from '../../acts/decide-line.ts'
import {
  dossierOf,
  exportPapers,
  listPapers,
  pagesOf,
  paperOf,
  workbookOf,
  writeTemplates,
} from '../../acts/export-papers.ts'
import { freezeResult } from '../../acts/freeze-result.ts'
import { publishList } from '../../acts/publish-list.ts'
import { decideObjection, recordObjection } from '../../acts/record-objection.ts'
import { followWorkshop, showAfterwards, showMoney, showReminders, showRoundMoney } from '../../views/afterwards.ts'
import { showPublication } from '../../views/publication.ts'
import { computeConsensus, computeRanking, computeResult } from '../../views/results.ts'
import { by, desk } from './handlers.ts'

export const deskResults = {
  results: {
    compute: desk.results.compute.handler(by(computeResult)),
    ranking: desk.results.ranking.handler(by(computeRanking)),
    consensus: desk.results.consensus.handler(by(computeConsensus)),
    freeze: desk.results.freeze.handler(by(freezeResult)),
    decideLine: desk.results.decideLine.handler(by(decideLine)),
  },
  papers: {
    export: desk.papers.export.handler(by(exportPapers)),
    workbook: desk.papers.workbook.handler(by(workbookOf)),
    pages: desk.papers.pages.handler(by(pagesOf)),
    list: desk.papers.list.handler(by(listPapers)),
    paper: desk.papers.paper.handler(by(paperOf)),
    dossier: desk.papers.dossier.handler(by(dossierOf)),
    templates: desk.papers.templates.handler(by(writeTemplates)),
  },
  publication: {
    show: desk.publication.show.handler(by(showPublication)),
    post: desk.publication.post.handler(by(publishList)),
    object: desk.publication.object.handler(by(recordObjection)),
    decide: desk.publication.decide.handler(by(decideObjection)),
  },
  afterwards: {
    show: desk.afterwards.show.handler(by(showAfterwards)),
    money: desk.afterwards.money.handler(by(showMoney)),
    round: desk.afterwards.round.handler(by(showRoundMoney)),
    follow: desk.afterwards.follow.handler(by(followWorkshop)),
    reminders: desk.afterwards.reminders.handler(by(showReminders)),
  },
}
