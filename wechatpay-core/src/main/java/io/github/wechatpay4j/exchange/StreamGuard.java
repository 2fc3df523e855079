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
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2FrameStreamException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

import org.springframework.http.HttpHeaders;

/**
 * What {@link ConnectionGuard} is for HTTP/1.1, for one stream of HTTP/2, where frames
 * say what belongs to which request. Belongs to the event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise that is passed on tells
final class StreamGuard extends ChannelDuplexHandler {

	static final String NAME = "wechatpay.stream.guard";

	private final Surprises surprises;

	private final Conversation<?> conversation;

	private final long maxBody;

	private final List<Object> held = new ArrayList<>();

	private @Nullable HttpResponse head;

	private long received;

	private boolean written;

	private boolean complete;

	private boolean passed;

	private boolean closed;

	StreamGuard(Surprises surprises, Conversation<?> conversation) {
		this.surprises = surprises;
		this.conversation = conversation;
		this.maxBody = conversation.maxBody();
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.conversation.attach(() -> context.executor().execute(() -> {
			if (!this.passed && !context.isRemoved()) {
				this.closed = true;
				discard();
				context.close();
			}
		}));
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (!this.conversation.mayBegin()) {
			this.closed = true;
			ReferenceCountUtil.release(message);
			promise.tryFailure(new ClosedChannelException());
			context.close();
			return;
		}
		ChannelPromise told = promise.unvoid();
		if (message instanceof LastHttpContent) {
			told.addListener((done) -> this.written = true);
		}
		context.write(message, told);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (this.closed) {
			ReferenceCountUtil.release(message);
			return;
		}
		try {
			read(context, message);
		}
		catch (SurpriseException ex) {
			ReferenceCountUtil.release(message);
			close(context, ex);
		}
	}

	private void read(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpResponse response && isInterim(response)) {
			ReferenceCountUtil.release(message);
			return;
		}
		if (!this.written) {
			throw new SurpriseException(Surprise.EARLY);
		}
		if (this.complete || (message instanceof HttpResponse && this.head != null)) {
			throw new SurpriseException(Surprise.EXTRA);
		}
		if (message instanceof HttpResponse response) {
			this.head = response;
		}
		if (this.head == null) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		if (message instanceof HttpContent content) {
			this.received += content.content().readableBytes();
			if (this.received > this.maxBody) {
				throw new SurpriseException(Surprise.TOO_LARGE);
			}
		}
		this.complete = message instanceof LastHttpContent;
		if (!this.conversation.isJudged()) {
			this.passed = this.complete;
			context.fireChannelRead(message);
			return;
		}
		this.held.add(message);
		if (this.complete) {
			judge(context, this.head);
		}
	}

	private static boolean isInterim(HttpResponse response) {
		int status = response.status().code();
		if (response.decoderResult().isFailure()) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		if (status == 101) {
			throw new SurpriseException(Surprise.UPGRADE);
		}
		// Netty makes a whole answer of each, so whether it ends the stream cannot be
		// seen:
		// one that does ends like any stream that is closed without an answer
		return status < 200;
	}

	private void judge(ChannelHandlerContext context, HttpResponse response) {
		if (context.pipeline().get(NettyPipeline.ResponseTimeoutHandler) != null) {
			context.pipeline().remove(NettyPipeline.ResponseTimeoutHandler);
		}
		HttpHeaders headers = new HttpHeaders();
		response.headers().forEach((field) -> headers.add(field.getKey(), field.getValue()));
		if (context.pipeline().get(NettyPipeline.HttpDecompressor) != null
				&& headers.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
			pass(context);
			return;
		}
		this.conversation.arrived(new HttpAnswer(response.status().code(), headers, body()), (good) -> {
			if (context.executor().inEventLoop()) {
				decided(context, good);
			}
			else {
				context.executor().execute(() -> decided(context, good));
			}
		});
	}

	private byte[] body() {
		byte[] body = new byte[(int) this.received];
		int position = 0;
		for (Object message : this.held) {
			if (message instanceof HttpContent content) {
				ByteBuf bytes = content.content();
				int count = bytes.readableBytes();
				bytes.getBytes(bytes.readerIndex(), body, position, count);
				position += count;
			}
		}
		return body;
	}

	private void decided(ChannelHandlerContext context, boolean good) {
		if (this.closed || context.isRemoved()) {
			return;
		}
		if (good) {
			pass(context);
		}
		else {
			close(context, new SurpriseException(Surprise.REFUSED));
		}
	}

	private void pass(ChannelHandlerContext context) {
		this.passed = true;
		List<Object> messages = List.copyOf(this.held);
		this.held.clear();
		messages.forEach(context::fireChannelRead);
		context.fireChannelReadComplete();
	}

	private void close(ChannelHandlerContext context, SurpriseException surprise) {
		this.closed = true;
		this.surprises.seen(context.channel(), surprise);
		this.conversation.fail(surprise);
		discard();
		// Resets the stream
		context.close();
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.fireChannelReadComplete();
		if (!this.complete && (this.conversation.isJudged() || this.head == null)) {
			context.read();
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (cause instanceof Http2FrameStreamException && !this.closed) {
			close(context, new SurpriseException(Surprise.MALFORMED));
		}
		context.fireExceptionCaught(cause);
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext context) {
		discard();
	}

	private void discard() {
		this.held.forEach(ReferenceCountUtil::release);
		this.held.clear();
	}

}
