import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Solves one of peers.py's models with a solver of OR-Tools; prints value, bound and seconds. */
class Ortools {

  public static void main(String[] arguments) throws IOException {
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver(arguments[0]);
    read(solver, Files.readString(Path.of(arguments[1])).split("\\s+"));
    solver.setTimeLimit((long) (1000 * Double.parseDouble(arguments[2])));
    solver.setNumThreads(1);
    long start = System.nanoTime();
    MPSolver.ResultStatus status = solver.solve();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
      System.err.println("no solution in time");
      System.exit(1);
    }
    System.out.printf(
        Locale.ROOT,
        "%f %f %f%n",
        solver.objective().value(),
        solver.objective().bestBound(),
        seconds);
  }

  /** minimize obj: terms; subject to rows of terms, a sign and a number; binary names; end. */
  private static void read(MPSolver solver, String[] words) {
    Map<String, MPVariable> variables = new HashMap<>();
    Map<String, Double> terms = new HashMap<>();
    boolean binary = false;
    double factor = 1;
    for (int k = words[0].isEmpty() ? 3 : 2; k < words.length; k++) {
      String word = words[k];
      switch (word) {
        case "+" -> factor = 1;
        case "-" -> factor = -1;
        case "subject" -> {
          terms.forEach((n, f) -> solver.objective().setCoefficient(variables.get(n), f));
          solver.objective().setMinimization();
          terms.clear();
          factor = 1;
          k++;
        }
        case "=", "<=" -> {
          double right = Double.parseDouble(words[++k]);
          MPConstraint row =
              solver.makeConstraint(word.equals("=") ? right : -MPSolver.infinity(), right);
          terms.forEach((n, f) -> row.setCoefficient(variables.get(n), f));
          terms.clear();
          factor = 1;
        }
        case "binary" -> binary = true;
        case "end" -> {
          return;
        }
        default -> {
          if (Character.isLetter(word.charAt(0))) {
            MPVariable variable =
                variables.computeIfAbsent(
                    word, n -> solver.makeNumVar(0, MPSolver.infinity(), n));
            if (binary) {
              variable.setUb(1);
              variable.setInteger(true);
            } else {
              terms.merge(word, factor, Double::sum);
              factor = 1;
            }
          } else {
            factor *= Double.parseDouble(word);
          }
        }
      }
    }
  }
}
