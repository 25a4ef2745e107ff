package tc0.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tc0.circuit.connection.ClauseTiers;
import tc0.circuit.connection.Connection;
import tc0.circuit.connection.Derivation;
import tc0.circuit.connection.ExplicitGenerator;
import tc0.circuit.connection.GeneratorPrinter;
import tc0.circuit.connection.LimitExceededException;
import tc0.circuit.connection.Query;
import tc0.circuit.connection.QueryException;
import tc0.kernel.Circuit;
import tc0.kernel.Tier;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;
import tc0.verify.Axioms;

/**
 * {@code tc0 dcl FILE CIRCUIT}: the direct connection language of a family, or a question to it.
 */
@Command(
    name = "dcl",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Prints the direct connection language of a circuit family, with the tier of each clause.",
      "",
      "With sizes, gate=… and perhaps port=…, answers a question about one gate from the predicates"
          + " alone, without building the circuit, and counts the elementary steps."
    },
    footer = {
      "",
      "Examples:",
      "  tc0 dcl proofs/std/integer.tc0 add",
      "  tc0 dcl proofs/std/integer.tc0 add w=4 gate='arrives[1,0,4]' port='(1)'"
    })
final class DclCommand implements Callable<Integer> {
  private static final String GATE = "gate";
  private static final String PORT = "port";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "the file")
  private Path file;

  @Parameters(index = "1", paramLabel = "CIRCUIT", description = "the circuit")
  private String name;

  @Parameters(
      index = "2..*",
      paramLabel = "NAME=VALUE",
      description = "for a question: every size, gate=NAME and perhaps port=(…)")
  private List<String> arguments = List.of();

  @Option(
      names = "--twins",
      description = "also the complement twins of gates, by which negation costs no depth")
  private boolean twins;

  @Override
  public Integer call() {
    Program program = Loader.require(file);
    CircuitInfo circuit = Circuits.find(program, name);
    if (!(circuit.core() instanceof Circuit.Family family)) {
      throw Failure.usage(circuit.name() + " is an axiom: it has no gates to describe");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      out.println(arguments.isEmpty() ? language(family) : answer(circuit, family));
    } catch (QueryException e) {
      throw Failure.usage(e.getMessage());
    } catch (LimitExceededException e) {
      throw new Failure(ExitCodes.LIMIT, e.getMessage());
    }
    out.flush();
    return ExitCodes.VERIFIED;
  }

  private String language(Circuit.Family family) {
    Derivation.Rails rails = twins ? Derivation.Rails.BOTH : Derivation.Rails.POSITIVE;
    ExplicitGenerator derived = Derivation.derive(family, rails, Tier.DLOGTIME);
    Tier tier = ClauseTiers.of(derived);
    String simple = family.name().substring(family.name().lastIndexOf('.') + 1);
    return axioms(family)
        + GeneratorPrinter.print(derived.claiming(tier), simple + "_generator", simple)
            .stripTrailing();
  }

  private static String axioms(Circuit.Family family) {
    SortedMap<String, String> axioms = Axioms.of(family);
    return axioms.isEmpty()
        ? ""
        : "// rests on axioms, which have no gates to describe: "
            + String.join(", ", axioms.keySet())
            + "\n";
  }

  private String answer(CircuitInfo circuit, Circuit.Family family) {
    Assignments given = Assignments.read(circuit, arguments, List.of(GATE, PORT));
    Map<String, BigInteger> sizes = given.sizesOf(circuit);
    Connection connection = Connection.of(family, sizes);
    String gate = given.others().get(GATE);
    if (gate == null) {
      throw Failure.usage(
          "a question names a gate, for example gate='"
              + connection.arrays().keySet().stream().findFirst().orElse("g")
              + "[0]'; without sizes, the whole language is printed");
    }
    return Query.parse(connection, gate, Optional.ofNullable(given.others().get(PORT)))
        .answer(connection);
  }
}
