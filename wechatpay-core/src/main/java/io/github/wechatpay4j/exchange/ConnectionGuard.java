/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.wechatpay4j.exchange;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Stands between an HTTP/1.1 connection and Netty's codec and lets exactly one answer
 * through for each request, as a whole and only once it was judged. Whatever else comes
 * closes the connection. Belongs to the connection's event loop.
 * <p>
 * A request is only written after everything that had arrived by then was read: what an
 * earlier request has left behind is seen as such, and not taken for the answer to the
 * next one.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise that is passed on tells
final class ConnectionGuard extends ChannelDuplexHandler {

	static final String NAME = "wechatpay.guard";

	private final Surprises surprises;

	private final Queue<Write> kept = new ArrayDeque<>();

	private State state = State.IDLE;

	private int writing;

	private @Nullable Conversation<?> conversation;

	private @Nullable AnswerReader reader;

	private @Nullable ChannelHandlerContext context;

	ConnectionGuard(Surprises surprises) {
		this.surprises = surprises;
	}

	/** The next request is this conversation's. */
	void begin(Conversation<?> next) {
		ChannelHandlerContext context = Objects.requireNonNull(this.context, "it is on a connection");
		next.attach(() -> context.executor().execute(() -> giveUp(context, next)));
		if (this.state == State.CLOSED) {
			// It takes a moment to close: nothing is written any more
			return;
		}
		this.conversation = next;
		this.reader = next.reader();
		this.state = State.PREPARED;
	}

	/** The path and query of the request that is under way. */
	@Nullable String target() {
		return (this.conversation != null) ? this.conversation.target() : null;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (this.state == State.PREPARED) {
			this.state = State.LOOKING;
			look(context);
		}
		if (this.state == State.LOOKING) {
			this.kept.add(new Write(message, promise));
		}
		else if (this.state == State.CLOSED) {
			ReferenceCountUtil.release(message);
			promise.tryFailure(new ClosedChannelException());
		}
		else {
			pass(context, message, promise);
		}
	}

	@Override
	public void flush(ChannelHandlerContext context) {
		if (this.state != State.LOOKING) {
			context.flush();
		}
	}

	/**
	 * Reads what is there. The event loop polls the connection once between the end of
	 * this turn and the task that goes on.
	 */
	private void look(ChannelHandlerContext context) {
		context.read();
		Runnable goOn = () -> send(context);
		if (context.channel().eventLoop() instanceof SingleThreadEventLoop loop) {
			loop.executeAfterEventLoopIteration(() -> loop.execute(goOn));
		}
		else {
			context.executor().execute(goOn);
		}
	}

	private void send(ChannelHandlerContext context) {
		if (this.state != State.LOOKING || !context.channel().isActive()) {
			discard(new ClosedChannelException());
			return;
		}
		if (this.conversation != null && !this.conversation.mayBegin()) {
			this.state = State.CLOSED;
			discard(new ClosedChannelException());
			context.close();
			return;
		}
		this.state = State.ANSWERING;
		for (Write next = this.kept.poll(); next != null; next = this.kept.poll()) {
			pass(context, next.message(), next.promise());
		}
		context.flush();
	}

	private void pass(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		this.writing++;
		context.write(message, promise.unvoid()).addListener((written) -> this.writing--);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (!(message instanceof ByteBuf bytes)) {
			context.fireChannelRead(message);
			return;
		}
		try {
			if (bytes.isReadable() && this.state != State.CLOSED) {
				read(context, bytes);
			}
		}
		catch (SurpriseException ex) {
			close(context, ex);
		}
		finally {
			bytes.release();
		}
	}

	private void read(ChannelHandlerContext context, ByteBuf bytes) {
		Conversation<?> current = this.conversation;
		AnswerReader answer = this.reader;
		if (this.state != State.ANSWERING || this.writing > 0 || current == null || answer == null) {
			throw new SurpriseException(unexpected());
		}
		// Keeps whoever measures silence from taking a long answer for it
		context.fireChannelRead(Unpooled.EMPTY_BUFFER);
		boolean begun = answer.head() != null;
		answer.readHead(bytes);
		int from = bytes.readerIndex();
		answer.readBody(bytes);
		if (bytes.isReadable()) {
			throw new SurpriseException(Surprise.EXTRA);
		}
		if (answer.isComplete()) {
			this.state = current.isJudged() ? State.JUDGING : State.IDLE;
			this.conversation = current.isJudged() ? current : null;
		}
		if (current.isJudged()) {
			if (answer.isComplete()) {
				judge(context, current, answer);
			}
			return;
		}
		if (!begun && answer.head() != null) {
			context.fireChannelRead(Unpooled.wrappedBuffer(answer.headBytes()));
		}
		if (bytes.readerIndex() > from) {
			context.fireChannelRead(bytes.retainedSlice(from, bytes.readerIndex() - from));
		}
	}

	private Surprise unexpected() {
		return switch (this.state) {
			case IDLE -> Surprise.IDLE;
			case JUDGING -> Surprise.EXTRA;
			default -> Surprise.EARLY;
		};
	}

	private void judge(ChannelHandlerContext context, Conversation<?> current, AnswerReader answer) {
		ChannelPipeline pipeline = context.pipeline();
		if (pipeline.get(NettyPipeline.ResponseTimeoutHandler) != null) {
			pipeline.remove(NettyPipeline.ResponseTimeoutHandler);
		}
		if (pipeline.get(NettyPipeline.HttpDecompressor) != null && answer.requireHead().isEncoded()) {
			// An application's own setting: what was signed is only known behind the
			// codec
			pass(context, answer, false);
			return;
		}
		current.arrived(answer.toAnswer(), (good) -> {
			if (context.executor().inEventLoop()) {
				decided(context, current, answer, good);
			}
			else {
				context.executor().execute(() -> decided(context, current, answer, good));
			}
		});
	}

	private void decided(ChannelHandlerContext context, Conversation<?> current, AnswerReader answer, boolean good) {
		if (this.state != State.JUDGING || this.conversation != current) {
			return;
		}
		if (!good) {
			this.surprises.seen(context.channel(), new SurpriseException(Surprise.REFUSED));
		}
		// The codec closes what is not to be used again
		pass(context, answer, good);
	}

	/** The pool may have the connection, and another call use it, before this returns. */
	private void pass(ChannelHandlerContext context, AnswerReader answer, boolean reusable) {
		this.state = reusable ? State.IDLE : State.CLOSED;
		this.conversation = null;
		this.reader = null;
		context.fireChannelRead(Unpooled.wrappedBuffer(answer.toBytes(reusable)));
		context.fireChannelReadComplete();
	}

	private void close(ChannelHandlerContext context, SurpriseException surprise) {
		this.state = State.CLOSED;
		this.surprises.seen(context.channel(), surprise);
		if (this.conversation != null) {
			this.conversation.fail(surprise);
		}
		discard(surprise);
		context.close();
	}

	private void giveUp(ChannelHandlerContext context, Conversation<?> abandoned) {
		if (this.conversation == abandoned) {
			this.state = State.CLOSED;
			context.close();
		}
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.context = context;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.fireChannelReadComplete();
		if (isCurious()) {
			context.read();
		}
	}

	/** Nobody else asks for more as long as nothing was handed on. */
	private boolean isCurious() {
		return switch (this.state) {
			case LOOKING, JUDGING -> true;
			case ANSWERING -> this.reader != null && this.conversation != null
					&& (this.conversation.isJudged() || this.reader.head() == null);
			default -> false;
		};
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		Conversation<?> current = this.conversation;
		AnswerReader answer = this.reader;
		if (this.state == State.ANSWERING && current != null && answer != null && current.isJudged()) {
			answer.end();
			if (answer.isComplete()) {
				this.state = State.JUDGING;
				judge(context, current, answer);
			}
		}
		discard(new ClosedChannelException());
		context.fireChannelInactive();
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		discard(new ClosedChannelException());
	}

	private void discard(Exception cause) {
		for (Write next = this.kept.poll(); next != null; next = this.kept.poll()) {
			ReferenceCountUtil.release(next.message());
			next.promise().tryFailure(cause);
		}
	}

	private record Write(Object message, ChannelPromise promise) {
	}

	/** What the connection is doing. */
	private enum State {

		/** Nothing: nobody waits for an answer. */
		IDLE,

		/** A request is being made, and not yet written. */
		PREPARED,

		/** The request waits until what has arrived before it was read. */
		LOOKING,

		/** The request is written and the answer read. */
		ANSWERING,

		/** The answer is there as a whole, and not yet handed on. */
		JUDGING,

		/** Nothing any more. */
		CLOSED

	}

}
