package tc0.sat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The text formats of other solvers and proof checkers: DIMACS for formulas, DRUP for traces (the
 * part of DRAT without resolution on fresh literals).
 */
public final class Dimacs {

  private Dimacs() {}

  /** Writes a formula. */
  public static void write(Cnf formula, Appendable out) throws IOException {
    out.append("p cnf " + formula.variableCount() + " " + formula.clauseCount() + "\n");
    for (int clause = 0; clause < formula.clauseCount(); clause++) {
      writeClause(formula.clause(clause), out);
    }
  }

  /** Writes a trace: a line for each clause learned, a line with {@code d} for each dropped. */
  public static void write(RupTrace trace, Appendable out) throws IOException {
    for (int step = 0; step < trace.stepCount(); step++) {
      if (!trace.learns(step)) {
        out.append("d ");
      }
      writeClause(trace.clause(trace.clauseOf(step)), out);
    }
  }

  /**
   * Reads a formula.
   *
   * @throws IOException also if the text is not DIMACS, or breaks what its header declares
   */
  public static Cnf readFormula(Reader in) throws IOException {
    Cnf formula = new Cnf();
    int variables = -1;
    int clauses = 0;
    IntList clause = new IntList();
    BufferedReader lines = new BufferedReader(in);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> words = words(line);
      if (words.isEmpty() || words.get(0).startsWith("c")) {
        continue;
      }
      if (words.get(0).equals("p")) {
        if (variables >= 0 || words.size() != 4 || !words.get(1).equals("cnf")) {
          throw new IOException("not a DIMACS header: " + line);
        }
        variables = number(words.get(2));
        clauses = number(words.get(3));
        formula.declare(variables);
        continue;
      }
      if (variables < 0) {
        throw new IOException("no DIMACS header before: " + line);
      }
      for (String word : words) {
        int literal = number(word);
        if (literal == 0) {
          formula.add(clause.toArray());
          clause.truncate(0);
        } else {
          clause.add(literal);
        }
      }
    }
    if (!clause.isEmpty()
        || formula.clauseCount() != clauses
        || formula.variableCount() != Math.max(0, variables)) {
      throw new IOException("the clauses are not those that the header declares");
    }
    return formula;
  }

  /**
   * Reads a trace. Dropping a clause that was not learned (one of the formula) is ignored: more
   * clauses never make a wrong proof right.
   *
   * @throws IOException also if the text is not DRUP
   */
  public static RupTrace readTrace(Reader in) throws IOException {
    RupTrace trace = new RupTrace();
    Map<List<Integer>, Deque<Integer>> present = new HashMap<>();
    BufferedReader lines = new BufferedReader(in);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      List<String> words = words(line);
      if (words.isEmpty() || words.get(0).equals("c")) {
        continue;
      }
      boolean drop = words.get(0).equals("d");
      int from = drop ? 1 : 0;
      int[] literals = new int[words.size() - from];
      for (int i = 0; i < literals.length; i++) {
        literals[i] = number(words.get(from + i));
      }
      if (literals.length == 0
          || literals[literals.length - 1] != 0
          || IntStream.of(literals).filter(l -> l == 0).count() != 1) {
        throw new IOException("not a clause: " + line);
      }
      int[] clause = Arrays.copyOf(literals, literals.length - 1);
      List<Integer> key = Arrays.stream(clause).sorted().boxed().toList();
      Deque<Integer> same = present.computeIfAbsent(key, k -> new ArrayDeque<>(1));
      if (!drop) {
        same.push(trace.learn(clause));
      } else if (!same.isEmpty()) {
        trace.drop(same.pop());
      }
    }
    return trace;
  }

  private static List<String> words(String line) {
    String trimmed = line.trim();
    return trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+"));
  }

  private static int number(String word) throws IOException {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new IOException("not a literal: " + word, e);
    }
  }

  private static void writeClause(int[] clause, Appendable out) throws IOException {
    for (int literal : clause) {
      out.append(Integer.toString(literal)).append(' ');
    }
    out.append("0\n");
  }
}
