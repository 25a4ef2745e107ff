package tc0.sat;

import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.core.ICDCL;
import org.sat4j.minisat.core.Solver;

/**
 * The configurations of SAT4J on offer: those that found every planted bug.
 *
 * <p>SAT4J 2.3.6 also has a faster looking configuration, best17, that calls satisfiable formulas
 * unsatisfiable: its simplifier of learned clauses is only right for another clause layout. It is
 * not offered, and nothing else with that simplifier is. A wrong answer could not pass as a verdict
 * anyhow, since every trace is replayed.
 */
public enum SolverConfiguration {
  /** SAT4J's default: restarts and clause deletion after Glucose 2.1. */
  DEFAULT,
  /** Luby restarts, clauses kept by their number of decision levels. */
  GLUCOSE,
  /** Luby restarts, clauses kept by activity. */
  LUBY,
  /** Binary clauses in compact lists, learned clauses not simplified. */
  CONCISE,
  /** Plain MiniSat. */
  LIGHT;

  ICDCL<DataStructureFactory> create() {
    return switch (this) {
      case DEFAULT -> SolverFactory.newGlucose21();
      case GLUCOSE -> SolverFactory.newGlucose();
      case LUBY -> SolverFactory.newMiniLearningHeapRsatExpSimpLuby();
      case CONCISE -> {
        Solver<DataStructureFactory> solver = SolverFactory.newConcise();
        yield solver;
      }
      case LIGHT -> SolverFactory.newMiniLearningHeap();
    };
  }
}
