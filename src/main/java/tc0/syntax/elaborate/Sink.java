package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tc0.kernel.Box;
import tc0.kernel.Declaration;
import tc0.kernel.Literal;
import tc0.kernel.Variables;
import tc0.syntax.source.Span;

/** Collects the core declarations of one circuit and remembers where each array was written. */
final class Sink {
  private final Map<String, Span> spans = new HashMap<>();
  private final Set<String> announced = new HashSet<>();
  private Set<String> taken = new HashSet<>();
  private final Set<String> sizes;
  private List<Declaration> block = new ArrayList<>();
  private String definition = "gate";

  Sink(Set<String> sizes) {
    this.sizes = new HashSet<>(sizes);
  }

  /** The names of the size parameters, which no binder may hide. */
  Set<String> sizes() {
    return sizes;
  }

  /** Adds a name that no binder may hide, such as the counter of a loop. */
  void size(String name) {
    sizes.add(name);
  }

  /** The declarations of the current block so far. */
  List<Declaration> current() {
    return block;
  }

  Map<String, Span> spans() {
    return spans;
  }

  /** The name from which names of anonymous gates are made until further notice. */
  void define(String name) {
    definition = name;
  }

  /** Keeps names that the source declares, now or later, from being given to anonymous gates. */
  void announce(List<String> names) {
    announced.addAll(names);
  }

  /**
   * The core name for a name of the source: the same, unless an outer block or an earlier loop has
   * it already.
   */
  String claim(String name) {
    return taken.add(name) ? name : numbered(name, 2);
  }

  /** A core name like the given one that the source does not use. */
  String fresh(String name) {
    return !announced.contains(name) && taken.add(name) ? name : numbered(name, 2);
  }

  /** A name for a gate without one. */
  String anonymous() {
    return numbered(definition, 1);
  }

  private String numbered(String base, int first) {
    for (int i = first; ; i++) {
      String name = base + "_" + i;
      if (!announced.contains(name) && taken.add(name)) {
        return name;
      }
    }
  }

  void add(Declaration declaration, Span span) {
    block.add(declaration);
    spans.put(declaration.name(), span);
  }

  /** Whether the current block declares the name. */
  boolean declares(String name) {
    return block.stream().anyMatch(declaration -> declaration.name().equals(name));
  }

  /** A block with an inner one open: its declarations and the names taken there. */
  record Outer(List<Declaration> declarations, Set<String> taken) {}

  /** Starts an inner block and returns the outer one, to be given back to {@link #leave}. */
  Outer enter() {
    Outer outer = new Outer(block, taken);
    block = new ArrayList<>();
    taken = new HashSet<>(taken);
    return outer;
  }

  /** Ends an inner block, whose names are free again, and returns its declarations. */
  List<Declaration> leave(Outer outer) {
    List<Declaration> inner = block;
    block = outer.declarations();
    taken = outer.taken();
    return inner;
  }

  /** How far the current block had come. */
  record Mark(int declarations) {}

  Mark mark() {
    return new Mark(block.size());
  }

  /** Forgets what was declared since the mark. */
  void rollback(Mark mark) {
    while (block.size() > mark.declarations()) {
      Declaration last = block.remove(block.size() - 1);
      taken.remove(last.name());
      spans.remove(last.name());
    }
  }

  List<Declaration> declarations() {
    return List.copyOf(block);
  }

  /** Gives a gate an array over the binders it uses, and reads it at those. */
  Literal lift(Value.Junction gate, Context context, Span span) {
    Box box = context.boxFor(FreeVariables.of(gate.parts()));
    String name = anonymous();
    add(new Declaration.Junction(name, box, gate.connective(), gate.parts()), span);
    return new Literal.Read(name, Context.indices(box));
  }

  /** The same for a threshold gate. */
  Literal lift(Value.Threshold gate, Context context, Span span) {
    Set<String> free = Variables.of(gate.form());
    free.addAll(Variables.of(gate.threshold()));
    Box box = context.boxFor(free);
    String name = anonymous();
    add(new Declaration.Threshold(name, box, gate.form(), gate.threshold()), span);
    return new Literal.Read(name, Context.indices(box));
  }
}
