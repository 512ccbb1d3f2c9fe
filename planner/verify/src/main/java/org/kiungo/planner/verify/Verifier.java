package org.kiungo.planner.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.kiungo.planner.folder.OlderModel;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.accounts.BoundMoney;
import org.kiungo.planner.verify.bound.BoundChecks;
import org.kiungo.planner.verify.bound.LeastRows;
import org.kiungo.planner.verify.bound.ProofChecks;
import org.kiungo.planner.verify.bound.RowChecks;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.FormChecks;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.OriginChecks;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.formula.Cost;
import org.kiungo.planner.verify.plan.InstitutionChecks;
import org.kiungo.planner.verify.plan.LinkChecks;
import org.kiungo.planner.verify.plan.NodeChecks;
import org.kiungo.planner.verify.plan.Payments;
import org.kiungo.planner.verify.plan.PhaseChecks;
import org.kiungo.planner.verify.plan.PlanChecks;
import org.kiungo.planner.verify.plan.PossibleChecks;
import org.kiungo.planner.verify.plan.SecondWayChecks;
import org.kiungo.planner.verify.plan.ServiceChecks;
import org.kiungo.planner.verify.plan.SiteChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.Facts;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Computes a plan folder's every number again and compares. */
public final class Verifier {

  private Verifier() {}

  /**
   * Checks the figures of a plan folder alone, not whether its files are sealed and where its facts
   * come from; so the verdict is never that it is proven.
   *
   * @throws InputRefused as the other
   */
  public static Verification verify(Path folder) {
    Ledger ledger = new Ledger();
    figures(folder, ledger);
    ledger.open("manifest.none", "");
    return ledger.outcome();
  }

  /**
   * Checks a plan folder from its files.
   *
   * @param beside names of files there that are not the plan's, which others check
   * @param installed what carried facts and versions are held against
   * @return every rule with how often it applied and where it is broken
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable} when a file is not
   *     there or cannot be read
   */
  public static Verification verify(Path folder, Set<String> beside, Installed installed) {
    Ledger ledger = new Ledger();
    boolean sealed = SealChecks.check(folder, ledger);
    figures(folder, ledger);
    FormChecks form = new FormChecks(folder, sealed, ledger);
    OriginChecks origins = new OriginChecks(form.check(beside), installed, ledger);
    origins.check();
    origins.partners(folder);
    return ledger.outcome();
  }

  static void figures(Path folder, Ledger ledger) {
    try {
      figures(new FolderReader(folder), ledger);
    } catch (NullPointerException
        | IllegalStateException
        | IllegalArgumentException
        | JacksonException e) {
      throw Unreadable.file(folder.getFileName().toString(), e);
    }
  }

  private static void figures(FolderReader reader, Ledger ledger) {
    inputs(reader, ledger);
    Facts facts = new Facts(reader);
    facts.checkNames(ledger);
    Claims claims = new Claims(reader);
    if (claims.areOfOlderModel()) {
      ledger.open("coverage.older", OlderModel.SITES);
    }
    Payments payments = new Payments(facts, claims, ledger);
    SiteChecks sites = new SiteChecks(facts, claims, payments, ledger);
    LinkChecks links = new LinkChecks(facts, claims, sites, payments, ledger);
    ServiceChecks services = new ServiceChecks(facts, claims, sites, links, payments, ledger);
    NodeChecks nodes = new NodeChecks(facts, claims, links, payments, ledger);
    PhaseChecks phases = new PhaseChecks(facts, claims, payments, ledger);
    phases.check(reader);
    Cost cost = services.total().plus(sites.total()).plus(links.total()).plus(nodes.total());
    JsonNode brief = reader.brief("plan.json", "totals");
    PlanChecks plan = new PlanChecks(facts, claims, ledger);
    plan.totals(brief, services, cost);
    new PossibleChecks(facts, claims, ledger).check(reader, brief, services, cost);
    double publicUsd = plan.publicMoney(reader, brief);
    plan.budget(cost);
    plan.budgetsByCountry();
    plan.target(services);
    plan.locks();
    plan.obligation();
    plan.decisions(reader);
    new InstitutionChecks(facts, claims, ledger).check(reader);
    new SecondWayChecks(facts, claims, ledger).check(reader);
    JsonNode certificate = reader.document("certificate.json");
    try {
      BoundMoney money = BoundMoney.of(facts, reader, certificate);
      if (money.isPublic()) {
        plan.publicSum(money, publicUsd);
      }
      new BoundChecks(money, ledger)
          .check(
              reader,
              certificate,
              services,
              cost,
              publicUsd,
              phases,
              new ProofChecks(money, claims, links, ledger));
      if (phases.isProgramme() && phases.isLeast()) {
        new LeastRows(facts, claims, links, ledger).check(reader, certificate);
      } else if (phases.isProgramme()) {
        new RowChecks(facts, claims, links, ledger).check(reader, certificate, phases);
      }
    } catch (InputRefused e) {
      throw Unreadable.file("certificate.json", e);
    }
  }

  /** The copies of the inputs are those the plan was made from. */
  private static void inputs(FolderReader reader, Ledger ledger) {
    ledger.rule("inputs");
    for (JsonNode copy : reader.document("inputs.json").get("copies")) {
      String name = Fields.text(copy, "name");
      ledger.same("inputs", name, Fields.text(copy, "sha256"), sha256(reader, name));
    }
  }

  private static String sha256(FolderReader reader, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(reader.open(name), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
