import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons. Without them there is one that closes. */
  actions?: ReactNode;
  wide?: boolean;
  /** For a question that must be answered before anything else. */
  urgent?: boolean;
  testId: string;
}

/** Keeps the focus, closes on Escape and gives the focus back. */
export function AppDialog({ title, onClose, children, actions, wide = false, urgent = false, testId }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      className="overlay"
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
    >
      <Modal className={wide ? 'modal modal--wide' : 'modal'}>
        <Dialog className="dialog" role={urgent ? 'alertdialog' : 'dialog'} data-testid={testId}>
          <Heading slot="title" className="dialog__title">
            {title}
          </Heading>
          <div className="dialog__body">{children}</div>
          <div className="dialog__actions">
            {actions ?? (
              <Button className="button" onPress={onClose}>
                {t('app.close')}
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
