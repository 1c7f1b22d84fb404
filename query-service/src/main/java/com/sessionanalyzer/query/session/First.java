package com.sessionanalyzer.query.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many things in an order, without all of them being sorted or kept. */
final class First<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> lastOnTop;

    /**
     * @param most how many are wanted; 0 for all
     */
    First(int most, Comparator<T> order) {
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        this.order = order;
        this.lastOnTop = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        if (takes(one)) {
            if (lastOnTop.size() == most) {
                lastOnTop.remove();
            }
            lastOnTop.add(one);
        }
    }

    /** Whether this would be among the first of those that were added. */
    boolean takes(T one) {
        return lastOnTop.size() < most || order.compare(one, lastOnTop.element()) < 0;
    }

    List<T> inOrder() {
        List<T> first = new ArrayList<>(lastOnTop);
        first.sort(order);
        return List.copyOf(first);
    }
}
