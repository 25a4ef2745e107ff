package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DimacsTest {

  @Test
  void aFormulaSurvivesWritingAndReading() throws IOException {
    Cnf cnf = RandomFormulas.random(new Random(5), 9, 40);
    cnf.add();
    String text = text(cnf);
    Cnf again = Dimacs.readFormula(new StringReader(text));
    assertThat(text(again)).isEqualTo(text);
    assertThat(again.variableCount()).isEqualTo(9);
    assertThat(again.clauseCount()).isEqualTo(41);
  }

  @Test
  void aTraceSurvivesWritingAndReading() throws IOException {
    RupTrace trace = new RupTrace();
    int first = trace.learn(1, -2);
    trace.learn(3);
    trace.drop(first);
    trace.learn();
    String text = text(trace);
    assertThat(text).isEqualTo("1 -2 0\n3 0\nd 1 -2 0\n0\n");
    assertThat(text(Dimacs.readTrace(new StringReader(text)))).isEqualTo(text);
  }

  @Test
  void aTraceReadBackIsStillAProof() throws IOException {
    Verdict verdict =
        Miter.prove(
            Constructions.product(Constructions.multiply(3, 3), 3, 3), SearchOptions.DEFAULT);
    RupChecker.CheckedProof proof = ((Verdict.Proved) verdict).proof();
    Cnf formula = Dimacs.readFormula(new StringReader(text(proof.formula())));
    RupTrace trace = Dimacs.readTrace(new StringReader(text(proof.trace())));
    assertThat(RupChecker.check(formula, trace)).isInstanceOf(RupChecker.Accepted.class);
  }

  @Test
  void textsThatAreNotDimacsAreRefused() {
    for (String text :
        new String[] {"1 2 0\n", "p cnf 2 1\n1 2\n", "p cnf 1 1\n1 2 0\n", "p cnf x 1\n1 0\n"}) {
      assertThatThrownBy(() -> Dimacs.readFormula(new StringReader(text)))
          .isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> Dimacs.readTrace(new StringReader("1 0 2 0\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anOutsideCheckerAcceptsTheTrace(@TempDir Path directory)
      throws IOException, InterruptedException {
    assumeTrue(onPath("drat-trim"), "drat-trim is not installed");
    Verdict verdict =
        Miter.prove(Constructions.sumOfTwo(Constructions.add(6), 6), SearchOptions.DEFAULT);
    RupChecker.CheckedProof proof = ((Verdict.Proved) verdict).proof();
    Path formula = directory.resolve("miter.cnf");
    Path trace = directory.resolve("miter.drup");
    Files.writeString(formula, text(proof.formula()));
    Files.writeString(trace, text(proof.trace()));
    Process process =
        new ProcessBuilder("drat-trim", formula.toString(), trace.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(output).contains("s VERIFIED");
  }

  private static boolean onPath(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  private static String text(Cnf cnf) throws IOException {
    StringBuilder out = new StringBuilder();
    Dimacs.write(cnf, out);
    return out.toString();
  }

  private static String text(RupTrace trace) throws IOException {
    StringBuilder out = new StringBuilder();
    Dimacs.write(trace, out);
    return out.toString();
  }
}
