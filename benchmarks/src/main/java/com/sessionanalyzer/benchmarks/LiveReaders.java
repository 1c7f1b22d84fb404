package com.sessionanalyzer.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Open live pages, as far as the network sees them: each has asked for the stream of the insights, and looks for how many records
 * a frame tells. Some are dead: they have read their first frame, and read no more.
 */
final class LiveReaders implements AutoCloseable {

    private static final byte[] WANTED = "\"total_records\":".getBytes(StandardCharsets.US_ASCII);
    private static final int DEAD_EVERY = 20;
    private static final long PATIENCE_SECONDS = 60;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final CountDownLatch greeted;
    private final int healthy;
    private final LongAdder bytes = new LongAdder();
    private volatile Update expected = new Update(Long.MAX_VALUE, 0);

    /** A number of records that readers are to be told of, and when each was. */
    static final class Update {

        private final long records;
        private final CountDownLatch left;
        private final ConcurrentLinkedQueue<Long> told = new ConcurrentLinkedQueue<>();

        private Update(long records, int readers) {
            this.records = records;
            this.left = new CountDownLatch(readers);
        }

        /** How long after this time each healthy reader was told; one that was told before took no time. */
        Latencies await(long nanos) throws InterruptedException {
            if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " readers were not told of " + records);
            }
            Latencies latencies = new Latencies();
            told.forEach(at -> latencies.add(Math.max(0, at - nanos)));
            return latencies;
        }
    }

    private LiveReaders(int readers) {
        this.greeted = new CountDownLatch(readers);
        this.healthy = readers - readers / DEAD_EVERY;
    }

    /** Opens so many streams, of which one of twenty is dead once it has been greeted. */
    static LiveReaders open(URI instance, int readers) throws InterruptedException {
        LiveReaders open = new LiveReaders(readers);
        for (int number = 0; number < readers; number++) {
            open.connect(instance, number % DEAD_EVERY == DEAD_EVERY - 1);
        }
        if (!open.greeted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.greeted.getCount() + " streams tell nothing");
        }
        return open;
    }

    int healthy() {
        return healthy;
    }

    /** Bytes that came in. */
    long bytes() {
        return bytes.sum();
    }

    /** From now on it is noted when each healthy reader is told of so many records. */
    Update expect(long records) {
        Update next = new Update(records, healthy);
        expected = next;
        return next;
    }

    private void connect(URI instance, boolean dies) throws InterruptedException {
        ChannelFuture connected = new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection.pipeline().addLast(new Reader(dies));
                    }
                })
                .connect(instance.getHost(), instance.getPort())
                .sync();
        String request = "GET /api/insights/stream HTTP/1.1\r\nHost: " + instance.getAuthority()
                + "\r\nAccept: text/event-stream\r\n\r\n";
        connected
                .channel()
                .writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII))
                .sync();
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    /** One stream. It only looks for the number, whose place in the stream is known by the text before it. */
    private final class Reader extends SimpleChannelInboundHandler<ByteBuf> {

        private final boolean dies;
        private int matched;
        private long number = -1;
        private long seen = -1;

        private Reader(boolean dies) {
            this.dies = dies;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext connection, ByteBuf read) {
            bytes.add(read.readableBytes());
            while (read.isReadable()) {
                look(connection, read.readByte());
            }
        }

        private void look(ChannelHandlerContext connection, byte next) {
            if (number >= 0) {
                if (next >= '0' && next <= '9') {
                    number = 10 * number + next - '0';
                } else {
                    told(connection, number);
                    number = -1;
                }
            } else if (next == WANTED[matched]) {
                if (++matched == WANTED.length) {
                    matched = 0;
                    number = 0;
                }
            } else {
                matched = next == WANTED[0] ? 1 : 0;
            }
        }

        private void told(ChannelHandlerContext connection, long records) {
            Update wanted = expected;
            if (seen < 0) {
                greeted.countDown();
                if (dies) {
                    connection.channel().config().setAutoRead(false);
                }
            } else if (!dies && seen < wanted.records && records >= wanted.records) {
                wanted.told.add(System.nanoTime());
                wanted.left.countDown();
            }
            seen = records;
        }
    }
}
