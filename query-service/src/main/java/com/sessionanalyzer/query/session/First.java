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
    private long count;

    /**
     * @param most how many are wanted; 0 for all
     */
    First(int most, Comparator<T> order) {
        this.most = most == 0 ? Integer.MAX_VALUE : most;
        this.order = order;
        this.lastOnTop = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        count++;
        if (lastOnTop.size() < most) {
            lastOnTop.add(one);
        } else if (order.compare(one, lastOnTop.element()) < 0) {
            lastOnTop.remove();
            lastOnTop.add(one);
        }
    }

    /** How many were added. */
    long count() {
        return count;
    }

    List<T> inOrder() {
        List<T> first = new ArrayList<>(lastOnTop);
        first.sort(order);
        return List.copyOf(first);
    }
}
