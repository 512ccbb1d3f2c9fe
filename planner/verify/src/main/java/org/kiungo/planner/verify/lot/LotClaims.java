package org.kiungo.planner.verify.lot;

import java.util.List;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.verify.read.Facts;

/**
 * What a folder of lots says, and what it is held against.
 *
 * @param stated lots
 * @param plan whose parts are held against facts by themselves
 * @param facts that the plan was made from
 * @param inputs of the plan, which tell of a rest what stands
 */
public record LotClaims(Lots stated, Plan plan, Facts facts, List<InputFile> inputs) {}
