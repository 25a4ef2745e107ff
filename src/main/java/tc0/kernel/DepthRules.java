package tc0.kernel;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The rules D1 to D7: profiles of well-formed circuits, relative to a cut, a set of circuit names
 * whose depth is not unfolded but kept as an atom.
 *
 * <p>Theorem: at every size, each path from a bit of source {@code x} to a gate of array {@code a}
 * has at most {@code profile(a)(x)} gates. By induction on the list of declarations; a gate array
 * is the only rule that adds a gate, and adds one per element. Negations cost nothing here: every
 * gate array has a twin of the same depth that complements it (AND against OR with complemented
 * literals, {@code [s >= e]} against {@code [-s >= 1 - e]}), so that complements are needed at the
 * inputs only. No rule reads a binder, which is why a bound never mentions one.
 */
final class DepthRules {

  /** Which gates count. */
  enum Measure {
    /** All gates. */
    GATES,
    /** Threshold gates only. */
    MAJORITY
  }

  /**
   * The profiles of a circuit's outputs.
   *
   * @param outputs by output name
   * @param parameters the size parameters that occur in them
   * @param opaque the one depth from every source, for a circuit that is not unfolded
   */
  record CircuitDepth(
      Map<String, Profile> outputs, Set<String> parameters, Optional<DepthValue> opaque) {
    CircuitDepth {
      outputs = Collections.unmodifiableMap(outputs);
    }

    /** The depth of the circuit: the largest entry of all outputs. */
    DepthValue overall() {
      return outputs.values().stream()
          .reduce(Profile::max)
          .flatMap(Profile::overall)
          .orElse(DepthValue.ZERO);
    }
  }

  private final Set<String> cut;
  private final Measure measure;
  private final Optional<DepthRules> unfolding;
  private final Map<Circuit, CircuitDepth> memo = new IdentityHashMap<>();

  /** Profiles without a cut: every family is unfolded, axiomatic circuits keep their depth. */
  DepthRules(Measure measure) {
    this.cut = Set.of();
    this.measure = measure;
    this.unfolding = Optional.empty();
  }

  /**
   * Profiles relative to a cut; {@code unfolding} has none, and tells on which sizes a cut
   * circuit's depth depends.
   */
  DepthRules(Set<String> cut, Measure measure, DepthRules unfolding) {
    this.cut = Set.copyOf(cut);
    this.measure = measure;
    this.unfolding = Optional.of(unfolding);
  }

  /** The profiles of a well-formed circuit over its own size parameters. */
  CircuitDepth of(Circuit circuit) {
    CircuitDepth known = memo.get(circuit);
    if (known != null) {
      return known;
    }
    Optional<DepthValue> opaque = opaque(circuit);
    Map<String, Profile> outputs =
        switch (circuit) {
          case Circuit.Family family when opaque.isEmpty() -> new Walk(family).outputs();
          default -> outputs(circuit, opaque.orElseThrow());
        };
    Set<String> parameters = new TreeSet<>();
    for (Profile profile : outputs.values()) {
      for (DepthValue value : profile.entries().values()) {
        value.forms().forEach(form -> parameters.addAll(form.parameters()));
      }
    }
    CircuitDepth depth = new CircuitDepth(outputs, parameters, opaque);
    memo.put(circuit, depth);
    return depth;
  }

  /** The depth of a circuit that is not unfolded. */
  private Optional<DepthValue> opaque(Circuit circuit) {
    if (cut.contains(circuit.name())) {
      return Optional.of(DepthValue.of(LinearDepth.of(atom(circuit))));
    }
    return circuit instanceof Circuit.Axiom axiom
        ? Optional.of(DepthValue.of(depth(axiom)))
        : Optional.empty();
  }

  /** Rule D6: one depth from every input and from the constants. */
  private static Map<String, Profile> outputs(Circuit circuit, DepthValue value) {
    Profile profile = Profile.of(Profile.Source.CONSTANTS, value);
    for (Circuit.Port input : circuit.inputs()) {
      profile = profile.max(Profile.of(Profile.Source.input(input.name()), value));
    }
    Map<String, Profile> outputs = new LinkedHashMap<>();
    for (Circuit.Port port : circuit.ports()) {
      outputs.put(port.name(), profile);
    }
    return outputs;
  }

  private static LinearDepth depth(Circuit.Axiom axiom) {
    return axiom
        .depth()
        .map(term -> LinearDepth.of(UpperBound.upper(term, Scope.of(axiom.parameters()))))
        .orElseGet(() -> LinearDepth.of(new DepthAtom.Body(axiom.name(), List.of())));
  }

  private DepthAtom atom(Circuit circuit) {
    Set<String> relevant = unfolding.orElseThrow().of(circuit).parameters();
    return new DepthAtom.Body(
        circuit.name(),
        circuit.parameters().stream()
            .filter(relevant::contains)
            .map(Polynomial::variable)
            .toList());
  }

  /** The profiles of one family's arrays, in order of declaration. */
  private final class Walk {
    private final Circuit.Family family;
    private final Map<String, Profile> arrays = new HashMap<>();

    Walk(Circuit.Family family) {
      this.family = family;
      for (Circuit.Port input : family.inputs()) {
        // D1
        arrays.put(
            input.name(),
            Profile.of(
                Profile.Source.input(input.name()),
                DepthValue.ZERO.follow(path -> path.then(input.name(), "input"))));
      }
    }

    Map<String, Profile> outputs() {
      walk(family.body());
      Map<String, Profile> outputs = new LinkedHashMap<>();
      for (Circuit.Output output : family.outputs()) {
        outputs.put(output.port().name(), renamed(output.port().name(), of(output.body())));
      }
      return outputs;
    }

    private void walk(List<Declaration> body) {
      for (Declaration declaration : body) {
        String name = declaration.name();
        switch (declaration) {
          case Declaration.Alias alias -> arrays.put(name, renamed(name, of(alias.body())));
          case Declaration.FormDefinition form -> arrays.put(name, renamed(name, of(form.body())));
          case Declaration.Junction junction -> {
            Profile parts = Profile.EMPTY;
            for (Declaration.Part part : junction.parts()) {
              parts = parts.max(of(part.literal()));
            }
            boolean and = junction.connective() == Declaration.Connective.AND;
            arrays.put(name, gate(name, and ? "and" : "or", measure == Measure.GATES, parts));
          }
          case Declaration.Threshold threshold ->
              arrays.put(name, gate(name, "sum", true, of(threshold.form())));
          case Declaration.Call call -> call(call);
          case Declaration.Iterate iterate -> iterate(iterate);
        }
      }
    }

    /** Rule D4. */
    private Profile gate(String name, String what, boolean counted, Profile body) {
      LinearDepth step = counted ? LinearDepth.ONE : LinearDepth.ZERO;
      return body.max(Profile.CONSTANTS)
          .map(value -> value.map(step::plus).follow(path -> path.then(name, what)));
    }

    private Profile renamed(String name, Profile body) {
      return body.map(value -> value.follow(path -> path.then(name, "")));
    }

    /** Rule D5. */
    private void call(Declaration.Call call) {
      Circuit callee = call.circuit();
      CircuitDepth depth = of(callee);
      Map<String, Polynomial> sizes = sizes(call, depth.parameters());
      Map<Profile.Source, Profile> passed = new TreeMap<>();
      passed.put(Profile.Source.CONSTANTS, Profile.CONSTANTS);
      for (int i = 0; i < call.arguments().size(); i++) {
        passed.put(
            Profile.Source.input(callee.inputs().get(i).name()),
            switch (call.arguments().get(i)) {
              case Declaration.Argument.Bits bits -> of(bits.body());
              case Declaration.Argument.Forms forms -> of(forms.body());
            });
      }
      Profile anyArgument = passed.values().stream().reduce(Profile.EMPTY, Profile::max);
      for (Map.Entry<String, Profile> output : depth.outputs().entrySet()) {
        String name = call.name() + "." + output.getKey();
        DepthValue.Following step = (path, inside) -> path.thenCall(name, callee.name(), inside);
        Profile composed = Profile.EMPTY;
        if (depth.opaque().isPresent()) {
          // D6: one depth from every source, so the sources need not be told apart.
          DepthValue inner = depth.opaque().get().map(form -> form.substitute(sizes));
          composed = anyArgument.map(outer -> outer.plus(inner, step));
        } else {
          for (Map.Entry<Profile.Source, DepthValue> entry :
              output.getValue().entries().entrySet()) {
            DepthValue inner = entry.getValue().map(form -> form.substitute(sizes));
            Profile through = known(passed, entry.getKey());
            composed = composed.max(through.map(outer -> outer.plus(inner, step)));
          }
        }
        arrays.put(name, composed);
      }
    }

    private Profile read(String array) {
      return known(arrays, array);
    }

    private <T> Profile known(Map<T, Profile> profiles, T name) {
      Profile profile = profiles.get(name);
      if (profile == null) {
        throw new IllegalStateException(name + " in " + family.name() + ": not checked before");
      }
      return profile;
    }

    /** Bounds on the size arguments on which the callee's depth depends. */
    private Map<String, Polynomial> sizes(Declaration.Call call, Set<String> relevant) {
      Map<String, Polynomial> sizes = new HashMap<>();
      List<String> parameters = call.circuit().parameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (relevant.contains(parameters.get(i))) {
          String what =
              "the depth of "
                  + call.circuit().name()
                  + " depends on its parameter "
                  + parameters.get(i)
                  + ", and this call";
          sizes.put(parameters.get(i), bound(Rule.D5, call.name(), what, call.sizes().get(i)));
        }
      }
      return sizes;
    }

    /** Rule D7. */
    private void iterate(Declaration.Iterate iterate) {
      Polynomial rounds = bound(Rule.D7, iterate.name(), "the number of rounds", iterate.count());
      Profile initial = Profile.EMPTY;
      for (Declaration.State state : iterate.states()) {
        initial = initial.max(of(state.initial()));
      }
      for (Declaration.State state : iterate.states()) {
        arrays.put(state.name(), Profile.of(Profile.Source.state(state.name()), DepthValue.ZERO));
      }
      walk(iterate.body());
      Profile next = Profile.EMPTY;
      for (Declaration.State state : iterate.states()) {
        next = next.max(renamed(state.name(), of(state.next())));
      }
      DepthValue round = DepthValue.ZERO;
      Profile entering = Profile.EMPTY;
      for (Map.Entry<Profile.Source, DepthValue> entry : next.entries().entrySet()) {
        if (isState(entry.getKey(), iterate)) {
          round = round.max(entry.getValue());
        } else {
          entering = entering.max(Profile.of(entry.getKey(), entry.getValue()));
        }
      }
      boolean runs =
          new Prover(Facts.of(family.where()))
              .isNonNegative(iterate.count().minus(Index.ONE), Scope.of(family.parameters()));
      Polynomial later = runs ? rounds.minus(Polynomial.ONE) : rounds;
      Profile through = after(iterate, initial, round, rounds);
      Profile total = through.max(after(iterate, entering, round, later));
      for (Declaration.State state : iterate.states()) {
        arrays.put(state.name(), total);
      }
    }

    private Profile after(
        Declaration.Iterate iterate, Profile start, DepthValue round, Polynomial rounds) {
      return start.map(
          value ->
              value.plus(
                  round.times(rounds),
                  (path, inside) ->
                      path.thenRounds(iterate.name(), "at most " + rounds + " rounds", inside)));
    }

    private boolean isState(Profile.Source source, Declaration.Iterate iterate) {
      return source.kind() == Profile.Source.Kind.STATE
          && iterate.states().stream().anyMatch(state -> state.name().equals(source.name()));
    }

    /** An upper bound of a term over the size parameters alone. */
    private Polynomial bound(Rule rule, String name, String what, Index term) {
      if (!family.parameters().containsAll(Variables.of(term))) {
        throw new Refusal(
            rule,
            "`" + name + "` in " + family.name() + ": " + what + " must not depend on a binder");
      }
      return UpperBound.upper(term, Scope.of(family.parameters()));
    }

    private Profile of(Literal literal) {
      return switch (literal) {
        case Literal.Read read -> read(read.array());
        case Literal.Not(Literal of) -> of(of);
        case Literal.Indicator indicator -> Profile.CONSTANTS;
        case Literal.Conditional(Predicate condition, Literal then, Literal otherwise) ->
            of(then).max(of(otherwise));
      };
    }

    private Profile of(Form form) {
      return switch (form) {
        case Form.Number number -> Profile.CONSTANTS;
        case Form.Of(Literal literal) -> of(literal);
        case Form.Add(Form left, Form right) -> of(left).max(of(right));
        case Form.Scale(Index weight, Form of) -> of(of);
        case Form.Sum(Box box, Form body) -> of(body);
        case Form.Conditional(Predicate condition, Form then, Form otherwise) ->
            of(then).max(of(otherwise));
        case Form.Read read -> read(read.array());
      };
    }

    private CircuitDepth of(Circuit circuit) {
      return DepthRules.this.of(circuit);
    }
  }
}
