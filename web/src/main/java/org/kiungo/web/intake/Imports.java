package org.kiungo.web.intake;

import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.Words;
import org.springframework.stereotype.Service;

/** Says what became of imports of files. */
@Service
class Imports {

  private final Datasets datasets;
  private final Intakes intakes;

  Imports(Datasets datasets, Intakes intakes) {
    this.datasets = datasets;
    this.intakes = intakes;
  }

  ImportAnswer answer(IntakeRow row, Words words) {
    Intake job = intakes.shown(row, words);
    String upload = ImportBody.of(row.body()).upload();
    if (row.state() != JobState.FINISHED) {
      return ImportAnswer.open(upload, job);
    }
    DatasetImport.Outcome outcome = datasets.importer().find(row.id()).orElseThrow();
    return ImportAnswer.of(outcome, upload, words, job);
  }
}
