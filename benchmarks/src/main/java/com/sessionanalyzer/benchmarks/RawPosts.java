package com.sessionanalyzer.benchmarks;

import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_LENGTH;
import static io.netty.handler.codec.http.HttpHeaderNames.CONTENT_TYPE;
import static io.netty.handler.codec.http.HttpHeaderNames.LOCATION;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.intake.session.Terms;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.json.JsonMapper;

/** Netty that reads the record of a post with the product's parser, sends it, and answers when all replicas have it. */
public final class RawPosts {

    private static final String TOPIC = "benchmark-posts";
    private static final int MOST_BYTES = 1 << 20;

    private RawPosts() {}

    /** The argument is the broker. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", arguments[0]))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 6, (short) 1))).all().get();
        }
        Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", arguments[0], "acks", "all", "linger.ms", 1, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        Channel server = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection
                                .pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MOST_BYTES),
                                        new Posts(producer));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        System.out.println(PostedTo.LISTENS + ((InetSocketAddress) server.localAddress()).getPort());
        server.closeFuture().sync();
    }

    /** Answers one connection. */
    private static final class Posts extends SimpleChannelInboundHandler<FullHttpRequest> {

        private static final JsonMapper JSON = new JsonMapper();

        private final Producer<byte[], byte[]> producer;

        private Posts(Producer<byte[], byte[]> producer) {
            this.producer = producer;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) {
            byte[] body = new byte[request.content().readableBytes()];
            request.content().readBytes(body);
            String text = JSON.readTree(body).path("session_data").asString();
            List<Parsed> parsed = SessionTextParser.parse(text, new Terms(ZoneOffset.UTC, Instant.now()));
            if (!(parsed.get(0) instanceof Parsed.Accepted accepted)) {
                answer(connection, HttpResponseStatus.BAD_REQUEST, "");
                return;
            }
            String id = UUID.randomUUID().toString();
            byte[] key = accepted.draft().customer().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(TOPIC, key, body), (place, failed) -> {
                HttpResponseStatus status =
                        failed == null ? HttpResponseStatus.CREATED : HttpResponseStatus.SERVICE_UNAVAILABLE;
                answer(connection, status, id);
            });
        }

        private static void answer(ChannelHandlerContext connection, HttpResponseStatus status, String id) {
            byte[] content = ("{\"id\":\"" + id + "\",\"status\":\"recorded\"}").getBytes(StandardCharsets.UTF_8);
            DefaultFullHttpResponse answer =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content));
            answer.headers()
                    .set(CONTENT_LENGTH, content.length)
                    .set(CONTENT_TYPE, "application/json")
                    .set(LOCATION, "/api/sessions/" + id);
            var unused = connection.writeAndFlush(answer).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext connection, Throwable failed) {
            failed.printStackTrace();
            var unused = connection.close();
        }
    }
}
