package tc0.sat;

import java.util.Arrays;

/**
 * Decides whether a trace proves that a formula has no model. Trusted, small, and independent of
 * every solver.
 *
 * <p>Method: backward checking, core first (Heule, Hunt and Wetzler, "Trimming while checking
 * clausal proofs", 2013). A forward pass adds the learned clauses without a check, propagating
 * units, until the clauses conflict. The backward pass then removes them again, last first, and
 * checks by unit propagation each one on which a later conclusion rests, propagating first through
 * clauses already known to be needed. What nothing rests on is not checked: it takes no part in the
 * proof.
 *
 * <p>Two invariants carry the argument. (1) Whenever a clause is attached, its first two literals
 * are watched, and if one of them is false while no literal is true then propagation through it is
 * complete. (2) In the backward pass the root trail at a step is exactly that of the forward pass
 * before this step, so that reasons on it are clauses still present.
 */
public final class RupChecker {

  /** The answer to a trace. */
  public sealed interface Outcome {}

  /** The trace is a proof. */
  public record Accepted(CheckedProof proof) implements Outcome {}

  /** The trace is no proof; {@code step} is the offending step, or the number of steps. */
  public record Refused(int step, String reason) implements Outcome {}

  /**
   * The fact that a formula has no model. Only {@link RupChecker} can make one, after replaying the
   * trace.
   */
  public static final class CheckedProof {
    private final Cnf formula;
    private final RupTrace trace;
    private final int needed;

    private CheckedProof(Cnf formula, RupTrace trace, int needed) {
      this.formula = formula;
      this.trace = trace;
      this.needed = needed;
    }

    /** The formula that was refuted. */
    public Cnf formula() {
      return formula;
    }

    /** The trace that refutes it. */
    public RupTrace trace() {
      return trace;
    }

    /** How many learned clauses the refutation rests on. */
    public int needed() {
      return needed;
    }
  }

  private final Cnf formula;
  private final RupTrace trace;
  private final int originals;

  private int[] arena = new int[1024]; // literals as 2 * variable + sign
  private int arenaSize;
  private final int[] start;
  private final int[] length;
  private final boolean[] alive;
  private final boolean[] core;

  private final int[][] watches; // per literal and class: clauses that watch it
  private final int[] watchCount;

  private final byte[] value; // per literal: 1 true, -1 false, 0 open
  private final int[] reason; // per variable: a clause, or NONE
  private final int[] trail;
  private int trailSize;
  private int coreHead;
  private int head;
  private final int[] seen; // per variable: the last analysis that saw it
  private int analysis;
  private int needed;

  private static final int NONE = -1;

  private RupChecker(Cnf formula, RupTrace trace) {
    this.formula = formula;
    this.trace = trace;
    originals = formula.clauseCount();
    int clauses = originals + trace.clauseCount();
    int variables = formula.variableCount() + 1;
    start = new int[clauses];
    length = new int[clauses];
    alive = new boolean[clauses];
    core = new boolean[clauses];
    watches = new int[4 * variables][];
    watchCount = new int[4 * variables];
    value = new byte[2 * variables];
    reason = new int[variables];
    trail = new int[variables];
    seen = new int[variables];
  }

  /** Replays {@code trace} against {@code formula}. */
  public static Outcome check(Cnf formula, RupTrace trace) {
    return new RupChecker(formula, trace).run();
  }

  private Outcome run() {
    for (int clause = 0; clause < originals; clause++) {
      if (!load(clause, formula.clause(clause))) {
        return new Refused(0, "the formula uses an undeclared variable");
      }
    }
    for (int clause = 0; clause < trace.clauseCount(); clause++) {
      if (!load(originals + clause, trace.clause(clause))) {
        return new Refused(0, "a learned clause uses a variable that the formula does not have");
      }
    }
    int conflict = NONE;
    for (int clause = 0; clause < originals && conflict == NONE; clause++) {
      conflict = attach(clause);
    }
    if (conflict == NONE) {
      conflict = propagate();
    }
    int last = 0;
    boolean[] kept = new boolean[trace.stepCount()]; // a drop that was not carried out
    while (conflict == NONE && last < trace.stepCount()) {
      int clause = originals + trace.clauseOf(last);
      if (trace.learns(last)) {
        conflict = attach(clause);
        if (conflict == NONE) {
          conflict = propagate();
        }
      } else if (!alive[clause] || isReason(clause)) {
        kept[last] = true; // keeping a clause longer is always sound
      } else {
        alive[clause] = false;
      }
      last++;
    }
    if (conflict == NONE) {
      return new Refused(last, "the trace does not reach the empty clause");
    }
    markNeeded(conflict, NONE);
    return verifyBackward(last, kept);
  }

  private Outcome verifyBackward(int last, boolean[] kept) {
    for (int step = last - 1; step >= 0; step--) {
      int clause = originals + trace.clauseOf(step);
      if (!trace.learns(step)) {
        if (!kept[step]) {
          alive[clause] = true;
          watch(clause);
        }
        continue;
      }
      alive[clause] = false;
      retreatBefore(clause);
      if (core[clause]) {
        needed++;
        if (!follows(clause)) {
          return new Refused(step, "a learned clause does not follow by unit propagation");
        }
      }
    }
    return new Accepted(new CheckedProof(formula, trace, needed));
  }

  /** Copies a clause into the arena without repeated literals; false if a variable is unknown. */
  private boolean load(int clause, int[] literals) {
    int[] mine = new int[literals.length];
    for (int i = 0; i < literals.length; i++) {
      int variable = Math.abs(literals[i]);
      if (variable < 1 || variable > formula.variableCount()) {
        return false;
      }
      mine[i] = 2 * variable + (literals[i] < 0 ? 1 : 0);
    }
    Arrays.sort(mine);
    int count = 0;
    for (int literal : mine) {
      if (count == 0 || mine[count - 1] != literal) {
        mine[count++] = literal;
      }
    }
    if (arenaSize + count > arena.length) {
      arena =
          Arrays.copyOf(arena, Math.max(arenaSize + count, Math.addExact(arenaSize, arenaSize)));
    }
    System.arraycopy(mine, 0, arena, arenaSize, count);
    start[clause] = arenaSize;
    length[clause] = count;
    arenaSize += count;
    return true;
  }

  /** Adds a clause under the root trail; returns it if it is falsified there, else NONE. */
  private int attach(int clause) {
    alive[clause] = true;
    int from = start[clause];
    int open = 0;
    for (int i = 0; i < length[clause] && open < 2; i++) {
      if (value[arena[from + i]] >= 0) {
        swap(from + open, from + i);
        open++;
      }
    }
    watch(clause);
    if (open == 0) {
      return clause;
    }
    if (open == 1 && value[arena[from]] == 0) {
      assign(arena[from], clause);
    }
    return NONE;
  }

  private void watch(int clause) {
    if (length[clause] >= 2) {
      int kind = core[clause] ? 1 : 0;
      pushWatch(2 * arena[start[clause]] + kind, clause);
      pushWatch(2 * arena[start[clause] + 1] + kind, clause);
    }
  }

  private void pushWatch(int list, int clause) {
    int count = watchCount[list];
    if (watches[list] == null) {
      watches[list] = new int[4];
    } else if (count == watches[list].length) {
      watches[list] = Arrays.copyOf(watches[list], 2 * count);
    }
    watches[list][count] = clause;
    watchCount[list] = count + 1;
  }

  private void swap(int i, int j) {
    int literal = arena[i];
    arena[i] = arena[j];
    arena[j] = literal;
  }

  private void assign(int literal, int because) {
    value[literal] = 1;
    value[literal ^ 1] = -1;
    reason[literal >> 1] = because;
    trail[trailSize++] = literal;
  }

  private void undoTo(int size) {
    while (trailSize > size) {
      int literal = trail[--trailSize];
      value[literal] = 0;
      value[literal ^ 1] = 0;
    }
    coreHead = Math.min(coreHead, size);
    head = Math.min(head, size);
  }

  /** A clause forces only its first literal: {@code visit} never moves a true literal. */
  private boolean isReason(int clause) {
    if (length[clause] == 0) {
      return true;
    }
    int literal = arena[start[clause]];
    return value[literal] == 1 && reason[literal >> 1] == clause;
  }

  /** Takes back the root trail to before {@code clause} forced a literal, if it did. */
  private void retreatBefore(int clause) {
    if (length[clause] > 0 && isReason(clause)) {
      int size = trailSize;
      while (trail[size - 1] != arena[start[clause]]) {
        size--;
      }
      undoTo(size - 1);
    }
  }

  /** Unit propagation, core clauses first; returns a falsified clause or NONE. */
  private int propagate() {
    while (true) {
      if (coreHead < trailSize) {
        int conflict = visit(trail[coreHead++] ^ 1, 1);
        if (conflict != NONE) {
          return conflict;
        }
      } else if (head < trailSize) {
        int conflict = visit(trail[head++] ^ 1, 0);
        if (conflict != NONE) {
          return conflict;
        }
      } else {
        return NONE;
      }
    }
  }

  /** Visits the clauses of one class (1 core, 0 other) that watch the literal now false. */
  private int visit(int falsified, int kind) {
    int list = 2 * falsified + kind;
    int[] mine = watches[list];
    int count = watchCount[list];
    int keep = 0;
    int conflict = NONE;
    for (int i = 0; i < count; i++) {
      int clause = mine[i];
      int from = start[clause];
      if (!alive[clause]
          || core[clause] != (kind == 1)
          || (arena[from] != falsified && arena[from + 1] != falsified)) {
        continue; // an entry left behind
      }
      if (conflict != NONE) {
        mine[keep++] = clause;
        continue;
      }
      if (arena[from] == falsified) {
        swap(from, from + 1);
      }
      int other = arena[from];
      if (value[other] != 1 && moveWatch(clause, falsified, kind)) {
        continue;
      }
      mine[keep++] = clause;
      if (value[other] == -1) {
        conflict = clause;
      } else if (value[other] == 0) {
        assign(other, clause);
      }
    }
    watchCount[list] = keep;
    return conflict;
  }

  /** Replaces the watch on {@code falsified}, which is the second literal; false if impossible. */
  private boolean moveWatch(int clause, int falsified, int kind) {
    int from = start[clause];
    int end = from + length[clause];
    for (int i = from + 2; i < end; i++) {
      if (value[arena[i]] >= 0) {
        arena[from + 1] = arena[i];
        arena[i] = falsified;
        pushWatch(2 * arena[from + 1] + kind, clause);
        return true;
      }
    }
    return false;
  }

  /** Whether a clause, no longer attached, follows by unit propagation from those that are. */
  private boolean follows(int clause) {
    int root = trailSize;
    boolean result = false;
    int satisfied = NONE;
    for (int i = start[clause]; i < start[clause] + length[clause]; i++) {
      int literal = arena[i];
      if (value[literal] == 1) {
        satisfied = literal;
        break;
      }
      if (value[literal] == 0) {
        assign(literal ^ 1, NONE);
      }
    }
    if (satisfied != NONE) {
      markNeeded(NONE, satisfied >> 1);
      result = true;
    } else {
      int conflict = propagate();
      if (conflict != NONE) {
        markNeeded(conflict, NONE);
        result = true;
      }
    }
    undoTo(root);
    return result;
  }

  /** Marks the clauses that a conflict, or the value of a variable, rests on. */
  private void markNeeded(int conflict, int variable) {
    analysis++;
    if (conflict != NONE) {
      need(conflict);
      see(conflict);
    } else {
      seen[variable] = analysis;
    }
    for (int i = trailSize - 1; i >= 0; i--) {
      int v = trail[i] >> 1;
      if (seen[v] == analysis && reason[v] != NONE) {
        need(reason[v]);
        see(reason[v]);
      }
    }
  }

  private void see(int clause) {
    for (int i = start[clause]; i < start[clause] + length[clause]; i++) {
      seen[arena[i] >> 1] = analysis;
    }
  }

  private void need(int clause) {
    if (!core[clause]) {
      core[clause] = true;
      if (alive[clause]) {
        watch(clause);
      }
    }
  }
}
