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

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where an HTTP/1.1 answer begins and ends, byte by byte and without tolerance:
 * what could be understood in two ways is refused. Interim answers (1xx but 101) are left
 * out. Not safe for use by many threads.
 */
final class AnswerReader {

	private final long maxBody;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private final boolean keepsBody;

	private State state = State.HEAD;

	private @Nullable AnswerHead head;

	private byte[] headBytes = {};

	private byte last;

	private long received;

	private long missing;

	/**
	 * Creates a reader of one answer.
	 * @param maxBody how many bytes the body may have
	 * @param keepsBody whether {@link #toAnswer()} is wanted
	 */
	AnswerReader(long maxBody, boolean keepsBody) {
		this.maxBody = maxBody;
		this.keepsBody = keepsBody;
	}

	/**
	 * Reads interim heads and the final one, up to the end of the bytes or of that head.
	 * @throws SurpriseException if this is no answer
	 */
	void readHead(ByteBuf bytes) {
		while (bytes.isReadable() && this.head == null) {
			head(bytes);
		}
	}

	/**
	 * Reads on after the head, up to the end of the bytes or of the answer. Bytes that
	 * are left over belong to no answer.
	 * @throws SurpriseException if this is no answer
	 */
	void readBody(ByteBuf bytes) {
		while (bytes.isReadable() && this.state != State.END) {
			switch (this.state) {
				case HEAD -> throw new IllegalStateException("the head comes first");
				case LENGTH, CHUNK, UNTIL_CLOSE -> content(bytes);
				case CHUNK_SIZE -> chunkSize(bytes);
				case CHUNK_END -> chunkEnd(bytes);
				case TRAILERS -> trailers(bytes);
				case END -> throw new IllegalStateException("the loop ends there");
			}
		}
	}

	/** The connection has ended: the only end that some bodies have. */
	void end() {
		if (this.state == State.UNTIL_CLOSE) {
			this.state = State.END;
		}
	}

	boolean isComplete() {
		return this.state == State.END;
	}

	/** The head of the final answer, once it was read as a whole. */
	@Nullable AnswerHead head() {
		return this.head;
	}

	AnswerHead requireHead() {
		return Objects.requireNonNull(this.head, "the head comes first");
	}

	/** The answer, once it is complete. */
	HttpAnswer toAnswer() {
		return new HttpAnswer(requireHead().status(), requireHead().headers(), this.body.toByteArray());
	}

	/**
	 * The answer, once it is complete, as the codec shall see it: one head, one length.
	 */
	byte[] toBytes(boolean reusable) {
		byte[] content = this.body.toByteArray();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + this.headBytes.length + 64);
		bytes.writeBytes(requireHead().toBytes(content.length, reusable));
		bytes.writeBytes(content);
		return bytes.toByteArray();
	}

	/** The final head as it was received. */
	byte[] headBytes() {
		return this.headBytes;
	}

	private void head(ByteBuf bytes) {
		while (bytes.isReadable()) {
			byte next = bytes.readByte();
			if (next == '\n' && this.last != '\r') {
				throw new SurpriseException(Surprise.MALFORMED);
			}
			this.last = next;
			this.line.write(next);
			if (this.line.size() > AnswerHead.MAX_BYTES) {
				throw new SurpriseException(Surprise.TOO_LARGE);
			}
			if (next == '\n' && AnswerHead.isComplete(this.line)) {
				byte[] whole = this.line.toByteArray();
				AnswerHead read = AnswerHead.parse(whole);
				this.line.reset();
				if (read.isInterim()) {
					continue;
				}
				this.head = read;
				this.headBytes = whole;
				this.state = begin(read);
				return;
			}
		}
	}

	private State begin(AnswerHead read) {
		if (read.isChunked()) {
			return State.CHUNK_SIZE;
		}
		this.missing = read.contentLength();
		if (this.missing > this.maxBody) {
			throw new SurpriseException(Surprise.TOO_LARGE);
		}
		if (this.missing == 0) {
			return State.END;
		}
		return (this.missing < 0) ? State.UNTIL_CLOSE : State.LENGTH;
	}

	private void content(ByteBuf bytes) {
		boolean open = this.state == State.UNTIL_CLOSE;
		int count = open ? bytes.readableBytes() : (int) Math.min(bytes.readableBytes(), this.missing);
		this.received += count;
		if (this.received > this.maxBody) {
			throw new SurpriseException(Surprise.TOO_LARGE);
		}
		if (this.keepsBody) {
			byte[] piece = new byte[count];
			bytes.readBytes(piece);
			this.body.writeBytes(piece);
		}
		else {
			bytes.skipBytes(count);
		}
		this.missing -= count;
		if (!open && this.missing == 0) {
			this.state = (this.state == State.CHUNK) ? State.CHUNK_END : State.END;
		}
	}

	private void chunkSize(ByteBuf bytes) {
		String text = line(bytes);
		if (text == null) {
			return;
		}
		int end = text.indexOf(';');
		String size = ((end < 0) ? text : text.substring(0, end)).stripTrailing();
		if (!size.matches("[0-9a-fA-F]{1,8}") || text.chars().anyMatch((c) -> c < ' ')) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		this.missing = Long.parseLong(size, 16);
		if (this.received + this.missing > this.maxBody) {
			throw new SurpriseException(Surprise.TOO_LARGE);
		}
		this.state = (this.missing == 0) ? State.TRAILERS : State.CHUNK;
	}

	private void chunkEnd(ByteBuf bytes) {
		String text = line(bytes);
		if (text == null) {
			return;
		}
		if (!text.isEmpty()) {
			throw new SurpriseException(Surprise.MALFORMED);
		}
		this.state = State.CHUNK_SIZE;
	}

	/** What stands there is not looked at: nothing that counts comes after a body. */
	private void trailers(ByteBuf bytes) {
		String text = line(bytes);
		if (text == null) {
			return;
		}
		if (text.isEmpty()) {
			this.state = State.END;
			return;
		}
		AnswerHead.requireField(text);
		this.received += text.length();
		if (this.received > this.maxBody) {
			throw new SurpriseException(Surprise.TOO_LARGE);
		}
	}

	/** A whole line without its end, or nothing yet. */
	private @Nullable String line(ByteBuf bytes) {
		while (bytes.isReadable()) {
			byte next = bytes.readByte();
			if (next == '\n') {
				String text = this.line.toString(StandardCharsets.ISO_8859_1);
				this.line.reset();
				if (!text.endsWith("\r")) {
					throw new SurpriseException(Surprise.MALFORMED);
				}
				return text.substring(0, text.length() - 1);
			}
			this.line.write(next);
			if (this.line.size() > AnswerHead.MAX_BYTES) {
				throw new SurpriseException(Surprise.TOO_LARGE);
			}
		}
		return null;
	}

	private enum State {

		HEAD, LENGTH, UNTIL_CLOSE, CHUNK_SIZE, CHUNK, CHUNK_END, TRAILERS, END

	}

}
