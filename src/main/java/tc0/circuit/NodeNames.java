package tc0.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.index.Extent;

/**
 * Where the gates of a circuit lie, relative to its first gate: recorded once per circuit and
 * sizes, shared by all its instances.
 */
final class NodeNames {

  private final List<Integer> starts = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private String round = "";
  private boolean complete;

  /** What lies from some node on: a gate array or one instance of a call. */
  private sealed interface Entry {
    String label();

    /** The gates of one array. */
    record Gates(String label, Extent extent) implements Entry {}

    /** One instance of a call. */
    record Instance(String label, Extent calls, int number, NodeNames callee) implements Entry {}
  }

  /** Notes that the gates of an array start here. */
  void gates(int relative, String label, Extent extent) {
    if (!complete) {
      starts.add(relative);
      entries.add(new Entry.Gates(round + label, extent));
    }
  }

  /** Notes that the gates of one instance of a call start here. */
  void instance(int relative, String label, Extent calls, int number, NodeNames callee) {
    if (!complete) {
      starts.add(relative);
      entries.add(new Entry.Instance(round + label, calls, number, callee));
    }
  }

  /** Puts what follows inside a round of an iteration; returns what {@link #leaveRound} takes. */
  String enterRound(String label, long counter) {
    String outer = round;
    round = outer + label + "[" + counter + "].";
    return outer;
  }

  void leaveRound(String outer) {
    round = outer;
  }

  /** Ends the recording: further instances have the same layout. */
  void complete() {
    complete = true;
  }

  /** The name of the gate at an offset from the first gate. */
  String label(int relative) {
    int place = lastAtMost(relative);
    int offset = relative - starts.get(place);
    return switch (entries.get(place)) {
      case Entry.Gates(var label, var extent) -> label + subscript(extent.tuple(offset));
      case Entry.Instance(var label, var calls, int number, var callee) ->
          label + subscript(calls.tuple(number)) + "." + callee.label(offset);
    };
  }

  /**
   * Empty arrays share their start with what follows them, so the last entry that starts early
   * enough is the right one.
   */
  private int lastAtMost(int relative) {
    int from = 0;
    int to = starts.size();
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (starts.get(middle) <= relative) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The arrays and calls named here, each with its first and past-last node. */
  Map<String, int[]> ranges(int firstGate, int gateCount) {
    Map<String, int[]> ranges = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      int start = firstGate + starts.get(i);
      int end = firstGate + (i + 1 < entries.size() ? starts.get(i + 1) : gateCount);
      ranges.merge(
          entries.get(i).label(),
          new int[] {start, end},
          (old, more) -> new int[] {old[0], more[1]});
    }
    return ranges;
  }

  static String subscript(int[] tuple) {
    return tuple.length == 0 ? "" : Arrays.toString(tuple).replace(" ", "");
  }

  static String inputLabel(List<FlatCircuit.Port> inputs, int input) {
    int rest = input;
    for (FlatCircuit.Port port : inputs) {
      for (int i = 0; i < port.values().size(); i++) {
        int bits = port.values().get(i).literals().length;
        if (rest < bits) {
          String name = port.name() + subscript(port.tuples().get(i));
          return bits == 1 ? name : name + ".bit" + rest;
        }
        rest -= bits;
      }
    }
    return "input" + input;
  }

  /** Names from a recorded layout. */
  record Recorded(List<FlatCircuit.Port> inputs, int inputCount, NodeNames names)
      implements FlatCircuit.Labels {
    @Override
    public String of(int node) {
      if (node == 0) {
        return "0";
      }
      return node <= inputCount ? inputLabel(inputs, node - 1) : names.label(node - 1 - inputCount);
    }
  }

  /** Names from ranges of nodes alone. */
  record Ranges(List<FlatCircuit.Port> inputs, Map<String, int[]> arrays)
      implements FlatCircuit.Labels {
    @Override
    public String of(int node) {
      if (node == 0) {
        return "0";
      }
      for (Map.Entry<String, int[]> array : arrays.entrySet()) {
        int[] range = array.getValue();
        if (range[0] <= node && node < range[1]) {
          return array.getKey() + "#" + (node - range[0]);
        }
      }
      return inputLabel(inputs, node - 1);
    }
  }
}
