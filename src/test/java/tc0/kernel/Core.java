package tc0.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds core circuits by hand. */
final class Core {
  private final String name;
  private final List<String> parameters;
  private Predicate where = Predicate.TRUE;
  private final List<Circuit.Port> inputs = new ArrayList<>();
  private final List<Declaration> body = new ArrayList<>();
  private final List<Circuit.Output> outputs = new ArrayList<>();

  private Core(String name, String... parameters) {
    this.name = name;
    this.parameters = List.of(parameters);
  }

  static Core circuit(String name, String... parameters) {
    return new Core(name, parameters);
  }

  Core where(Predicate predicate) {
    where = where.and(predicate);
    return this;
  }

  Core input(String input, Box box) {
    inputs.add(new Circuit.Port(input, box, false));
    return this;
  }

  Core formInput(String input, Box box) {
    inputs.add(new Circuit.Port(input, box, true));
    return this;
  }

  Core with(Declaration declaration) {
    body.add(declaration);
    return this;
  }

  Core alias(String array, Box box, Literal literal) {
    return with(new Declaration.Alias(array, box, literal));
  }

  Core form(String array, Box box, Form form) {
    return with(new Declaration.FormDefinition(array, box, form, false));
  }

  Core and(String array, Box box, Literal... literals) {
    return with(junction(array, Declaration.Connective.AND, box, literals));
  }

  Core or(String array, Box box, Literal... literals) {
    return with(junction(array, Declaration.Connective.OR, box, literals));
  }

  static Declaration junction(
      String array, Declaration.Connective connective, Box box, Literal... literals) {
    return new Declaration.Junction(
        array,
        box,
        connective,
        List.of(literals).stream().map(l -> new Declaration.Part(Box.SCALAR, l)).toList());
  }

  Core sum(String array, Box box, Form form, Index threshold) {
    return with(new Declaration.Threshold(array, box, form, threshold));
  }

  Core call(
      String label, Box box, Circuit callee, List<Index> sizes, Declaration.Argument... args) {
    return with(new Declaration.Call(label, box, callee, sizes, List.of(args)));
  }

  Core output(String output, Box box, Literal literal) {
    outputs.add(new Circuit.Output(new Circuit.Port(output, box, false), new Form.Of(literal)));
    return this;
  }

  Core formOutput(String output, Box box, Form form) {
    outputs.add(new Circuit.Output(new Circuit.Port(output, box, true), form));
    return this;
  }

  Circuit.Family done() {
    return new Circuit.Family(name, parameters, where, inputs, body, outputs);
  }

  /**
   * A circuit of opaque constant depth, polynomial size and the given inputs and output, all words
   * of p bits.
   */
  static Circuit.Axiom axiom(
      String name, Tier tier, List<Circuit.Port> inputs, String... parameters) {
    return new Circuit.Axiom(
        name,
        List.of(parameters),
        Predicate.TRUE,
        inputs,
        List.of(new Circuit.Port("return", box("q", "p"), false)),
        Optional.empty(),
        Optional.empty(),
        tier,
        "a paper",
        List.of());
  }

  /** Binder and bound alternate; a bound is a number or a variable. */
  static Box box(String... bindersAndBounds) {
    List<Box.Binder> binders = new ArrayList<>();
    for (int i = 0; i < bindersAndBounds.length; i += 2) {
      binders.add(Box.Binder.below(bindersAndBounds[i], index(bindersAndBounds[i + 1])));
    }
    return new Box(binders, Predicate.TRUE);
  }

  /** A number or a variable. */
  static Index index(String text) {
    return text.chars().allMatch(Character::isDigit)
        ? Index.number(Long.parseLong(text))
        : Index.variable(text);
  }

  static List<Index> indices(String... texts) {
    return List.of(texts).stream().map(Core::index).toList();
  }

  static Literal read(String array, String... at) {
    return new Literal.Read(array, indices(at));
  }

  static Form wire(String array, String... at) {
    return new Form.Of(read(array, at));
  }

  static Form readForm(String array, String... at) {
    return new Form.Read(array, indices(at));
  }

  static Literal not(Literal literal) {
    return new Literal.Not(literal);
  }

  static Predicate atLeast(String variable, long least) {
    return Predicate.atMost(Index.number(least), Index.variable(variable));
  }

  static Declaration.Argument bits(List<String> binders, Literal literal) {
    return new Declaration.Argument.Bits(binders, literal);
  }

  static Declaration.Argument forms(List<String> binders, Form form) {
    return new Declaration.Argument.Forms(binders, form);
  }
}
