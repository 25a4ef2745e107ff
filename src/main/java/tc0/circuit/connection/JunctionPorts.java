package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tc0.kernel.Declaration;

/** The ports of an AND or OR gate: the number of a part, then the tuple of the part's box. */
record JunctionPorts(
    Declaration.Junction junction,
    boolean complement,
    Place place,
    Environment binders,
    IndexEvaluator indices,
    Resolver resolver)
    implements Ports {

  @Override
  public BigInteger positions() {
    return BigInteger.valueOf(junction.parts().size());
  }

  @Override
  public Optional<Child> child(List<BigInteger> port) {
    if (port.getFirst().compareTo(positions()) >= 0) {
      return Optional.empty();
    }
    Declaration.Part part = junction.parts().get(port.getFirst().intValueExact());
    if (port.size() != 1 + part.box().rank()) {
      return Optional.empty();
    }
    return indices
        .within(part.box(), binders, port.subList(1, port.size()))
        .map(inside -> child(part, inside));
  }

  @Override
  public void forEach(Consumer<Wire> consumer) {
    for (int i = 0; i < junction.parts().size(); i++) {
      Declaration.Part part = junction.parts().get(i);
      BigInteger position = BigInteger.valueOf(i);
      indices.forEach(
          part.box(),
          binders,
          (tuple, inside) -> {
            List<BigInteger> port = new ArrayList<>();
            port.add(position);
            port.addAll(tuple);
            consumer.accept(new Wire(port, child(part, inside)));
          });
    }
  }

  @Override
  public Map<Child, BigInteger> children() {
    Map<Child, BigInteger> result = new LinkedHashMap<>();
    forEach(wire -> result.merge(wire.child(), BigInteger.ONE, BigInteger::add));
    return result;
  }

  private Child child(Declaration.Part part, Environment inside) {
    Child child = resolver.resolve(part.literal(), inside, place);
    return complement ? child.negated() : child;
  }
}
